using System.Text.Json;
using System.Text.Json.Serialization;
using TicketExport.Contract;

namespace TicketExport.Portable.Internal;

[JsonSerializable(typeof(AccountScope))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class PortableJsonContext : JsonSerializerContext;
