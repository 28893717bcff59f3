using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TicketExport.Providers.ServiceNow.Internal;

/// <summary>The shapes of ServiceNow's ids, names and times. An encoded query has no escapes, so nothing else may get into one.</summary>
internal static class ServiceNowText
{
    private const int SysIdLength = 32;
    private const int MaxName = 80;
    private const int MaxNumber = 40;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    public static bool IsSysId([NotNullWhen(true)] string? text) => text is { Length: SysIdLength } && text.All(char.IsAsciiHexDigit);

    /// <summary>Whether a text can be the name of a table or of a field.</summary>
    public static bool IsName([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= MaxName } && char.IsAsciiLetterLower(text[0]) && !text.AsSpan().ContainsAnyExcept(NameCharacters);

    /// <summary>Whether a text can be a record's number, such as INC0010002.</summary>
    public static bool IsNumber([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= MaxNumber } && !text.AsSpan().ContainsAnyExcept(NumberCharacters);

    /// <summary>Reads a time as the Table API writes it where no display values are asked for: UTC, without a zone.</summary>
    public static DateTimeOffset? ReadTime(string? text) => DateTimeOffset.TryParseExact(
        text,
        "yyyy-MM-dd HH:mm:ss",
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out var time) ? time : null;
}
