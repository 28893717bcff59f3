using System.Text.Json.Serialization;

namespace TicketExport.Http;

[JsonSourceGenerationOptions(AllowDuplicateProperties = false, MaxDepth = 32)]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class TestJsonContext : JsonSerializerContext;
