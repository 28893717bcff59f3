using System.Text.Json.Serialization;
using TicketExport.Providers.ServiceNow.Protocol;

namespace TicketExport.Providers.ServiceNow.Internal;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 32)]
[JsonSerializable(typeof(Dictionary<string, string>), TypeInfoPropertyName = "Fields")]
[JsonSerializable(typeof(ServiceNowAnswer<ServiceNowRecord>), TypeInfoPropertyName = "Record")]
[JsonSerializable(typeof(ServiceNowAnswer<ServiceNowRecord[]>), TypeInfoPropertyName = "Records")]
[JsonSerializable(typeof(ServiceNowAnswer<ServiceNowJournalEntry[]>), TypeInfoPropertyName = "Journal")]
[JsonSerializable(typeof(ServiceNowAnswer<ServiceNowUser[]>), TypeInfoPropertyName = "Users")]
[JsonSerializable(typeof(ServiceNowErrorResponse))]
[JsonSerializable(typeof(ServiceNowDelivery))]
internal sealed partial class ServiceNowJsonContext : JsonSerializerContext;
