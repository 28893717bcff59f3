using System.Text.Json.Serialization;
using TicketExport.Contract;

namespace TicketExport.Portable.Internal;

[JsonSerializable(typeof(AccountScope))]
internal sealed partial class PortableJsonContext : JsonSerializerContext;
