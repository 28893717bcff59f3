using System.Text.Json.Serialization;

namespace TicketExport.Stores.Sqlite.Internal;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredFailure))]
internal sealed partial class StoredJsonContext : JsonSerializerContext;
