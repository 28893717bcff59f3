using System.Text.Json.Serialization;

namespace TicketExport.Webhooks.Receiver.Protocol;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AnswerBody))]
internal sealed partial class ReceiverJsonContext : JsonSerializerContext;
