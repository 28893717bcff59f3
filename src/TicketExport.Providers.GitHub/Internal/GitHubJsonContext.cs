using System.Text.Json.Serialization;
using TicketExport.Providers.GitHub.Protocol;

namespace TicketExport.Providers.GitHub.Internal;

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 32,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(GitHubIssue))]
[JsonSerializable(typeof(IReadOnlyList<GitHubIssue>))]
[JsonSerializable(typeof(GitHubComment))]
[JsonSerializable(typeof(IReadOnlyList<GitHubComment>))]
[JsonSerializable(typeof(GitHubUser))]
[JsonSerializable(typeof(GitHubApp))]
[JsonSerializable(typeof(GitHubRepository))]
[JsonSerializable(typeof(GitHubCreateIssueRequest))]
[JsonSerializable(typeof(GitHubUpdateIssueRequest))]
[JsonSerializable(typeof(GitHubStateRequest))]
[JsonSerializable(typeof(GitHubCommentRequest))]
[JsonSerializable(typeof(GitHubLabelRequest))]
[JsonSerializable(typeof(GitHubTokenRequest))]
[JsonSerializable(typeof(GitHubTokenResponse))]
[JsonSerializable(typeof(GitHubErrorResponse))]
[JsonSerializable(typeof(GitHubWebhookDelivery))]
internal sealed partial class GitHubJsonContext : JsonSerializerContext;
