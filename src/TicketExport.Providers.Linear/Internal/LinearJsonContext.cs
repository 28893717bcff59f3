using System.Text.Json.Serialization;
using TicketExport.Http.GraphQl;
using TicketExport.Providers.Linear.Protocol;

namespace TicketExport.Providers.Linear.Internal;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    MaxDepth = 64)]
[JsonSerializable(typeof(GraphQlAnswer<LinearData>))]
[JsonSerializable(typeof(LinearNoVariables))]
[JsonSerializable(typeof(LinearIdVariables))]
[JsonSerializable(typeof(LinearIdsVariables))]
[JsonSerializable(typeof(LinearPrepareVariables))]
[JsonSerializable(typeof(LinearUpdateVariables))]
[JsonSerializable(typeof(LinearInputVariables<LinearIssueInput>), TypeInfoPropertyName = "IssueVariables")]
[JsonSerializable(typeof(LinearInputVariables<LinearCommentInput>), TypeInfoPropertyName = "CommentVariables")]
[JsonSerializable(typeof(LinearInputVariables<LinearAttachmentInput>), TypeInfoPropertyName = "AttachmentVariables")]
[JsonSerializable(typeof(LinearInputVariables<LinearLabelInput>), TypeInfoPropertyName = "LabelVariables")]
[JsonSerializable(typeof(LinearWebhook))]
internal sealed partial class LinearJsonContext : JsonSerializerContext;
