using System.Text.Json.Serialization;

namespace TicketExport.Http.GraphQl;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 32)]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(GraphQlTestVariables))]
[JsonSerializable(typeof(GraphQlAnswer<Dictionary<string, string>>), TypeInfoPropertyName = "Answer")]
internal sealed partial class GraphQlTestJsonContext : JsonSerializerContext;
