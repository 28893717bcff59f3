using System.Text.Json;
using System.Text.Json.Serialization;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>Writes the words that the values declare, else their names in snake case; on the property, so that no option of the host changes them.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
internal sealed class WireEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
