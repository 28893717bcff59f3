using System.Text.Json.Serialization;

namespace TicketExport.AspNetCore.Protocol;

[JsonSourceGenerationOptions(AllowDuplicateProperties = false, MaxDepth = 16)]
[JsonSerializable(typeof(LinkBody))]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(CommentPageBody))]
[JsonSerializable(typeof(CommentDraftBody))]
[JsonSerializable(typeof(CommentAnswerBody))]
[JsonSerializable(typeof(ExportPageBody))]
[JsonSerializable(typeof(ExportDetailBody))]
[JsonSerializable(typeof(ExportBody))]
[JsonSerializable(typeof(ReasonBody))]
[JsonSerializable(typeof(ApproveBody))]
[JsonSerializable(typeof(RelinkBody))]
[JsonSerializable(typeof(FileRequestBody))]
[JsonSerializable(typeof(FileBody))]
[JsonSerializable(typeof(FilePreviewBody))]
[JsonSerializable(typeof(ReviewBody))]
[JsonSerializable(typeof(ReadinessBody))]
[JsonSerializable(typeof(ApprovalBody))]
[JsonSerializable(typeof(InboundBody))]
internal sealed partial class ApiJsonContext : JsonSerializerContext;
