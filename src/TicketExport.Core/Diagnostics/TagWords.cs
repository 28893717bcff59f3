using System.Collections.Frozen;
using System.Text.Json;

namespace TicketExport.Diagnostics;

/// <summary>The values of an enum as the words of tags; made once, so that a tag allocates nothing.</summary>
internal static class TagWords<TEnum>
    where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<TEnum, string> Words = Enum.GetValues<TEnum>()
        .ToFrozenDictionary(static value => value, static value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

    public static string Of(TEnum value) => Words.GetValueOrDefault(value, "other");
}
