using System.Text.Json.Serialization;
using TicketExport.Testing.Protocol;

namespace TicketExport.Testing.Internal;

[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 32,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(FakeCreateTicketRequest))]
[JsonSerializable(typeof(FakeUpdateTicketRequest))]
[JsonSerializable(typeof(FakeCommentRequest))]
[JsonSerializable(typeof(FakeCommentResponse))]
[JsonSerializable(typeof(FakeIdentityResponse))]
[JsonSerializable(typeof(FakeTicketResponse))]
[JsonSerializable(typeof(FakeTicketListResponse))]
[JsonSerializable(typeof(FakeErrorResponse))]
[JsonSerializable(typeof(FakeReceiptResponse))]
internal sealed partial class FakeJsonContext : JsonSerializerContext;
