using System.Text.Json.Serialization;

namespace TicketExport.Samples.Quickstart.Sarif.Protocol;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = SarifReader.MaxDepth)]
[JsonSerializable(typeof(WireLog))]
internal sealed partial class SarifJsonContext : JsonSerializerContext;
