using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using TicketExport.Providers.Jira.Protocol;

namespace TicketExport.Providers.Jira.Internal;

[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 64,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(JiraCommentPage))]
[JsonSerializable(typeof(JiraComment))]
[JsonSerializable(typeof(JiraCreatedIssue))]
[JsonSerializable(typeof(JiraErrorResponse))]
[JsonSerializable(typeof(JiraFieldPage))]
[JsonSerializable(typeof(JiraIssue))]
[JsonSerializable(typeof(JiraIssueTypePage))]
[JsonSerializable(typeof(JiraPermissions))]
[JsonSerializable(typeof(JiraProject))]
[JsonSerializable(typeof(JiraSearchResponse))]
[JsonSerializable(typeof(JiraTransitionList))]
[JsonSerializable(typeof(JiraUser))]
[JsonSerializable(typeof(JiraWebhook))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class JiraJsonContext : JsonSerializerContext;
