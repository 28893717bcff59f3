using System.Text.Json.Serialization;

namespace TicketExport.Contract;

[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    Converters = [typeof(JsonStringEnumConverter<TicketSeverity>), typeof(JsonStringEnumConverter<TicketPriority>), typeof(JsonStringEnumConverter<ExportStatus>)],
    MaxDepth = 32)]
[JsonSerializable(typeof(TicketExportDocument))]
[JsonSerializable(typeof(WebhookEnvelope))]
[JsonSerializable(typeof(TicketSyncMessage))]
internal sealed partial class ContractJsonContext : JsonSerializerContext;
