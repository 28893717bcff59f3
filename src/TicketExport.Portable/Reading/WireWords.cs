using System.Collections.Frozen;
using System.Globalization;
using TicketExport.Contract;
using TicketExport.Portable.Internal;

namespace TicketExport.Portable.Reading;

/// <summary>Reads the words that <see cref="WireWord"/> writes. What is no word becomes the unknown value, which the contract refuses by name.</summary>
internal static class WireWords
{
    private static readonly FrozenDictionary<string, TicketSeverity> Severities =
        Enum.GetValues<TicketSeverity>().Where(static word => word != TicketSeverity.Unknown).ToFrozenDictionary(static word => WireWord.Of(word), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, TicketPriority> Priorities =
        Enum.GetValues<TicketPriority>().Where(static word => word != TicketPriority.Unknown).ToFrozenDictionary(static word => WireWord.Of(word), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ExportStatus> Statuses =
        Enum.GetValues<ExportStatus>().Where(static word => word != ExportStatus.Unknown).ToFrozenDictionary(static word => WireWord.Of(word), StringComparer.Ordinal);

    public static TicketSeverity Severity(string word) => Severities.GetValueOrDefault(word);

    public static TicketPriority Priority(string word) => Priorities.GetValueOrDefault(word);

    public static ExportStatus Status(string word) => Statuses.GetValueOrDefault(word);

    /// <summary>Reads RFC 3339 with seconds and an offset.</summary>
    public static bool TryReadInstant(string text, out DateTimeOffset instant)
    {
        instant = default;
        var hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-');
        return hasOffset
            && DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
    }

    /// <summary>Reads a flag in any case: spreadsheets write it in capitals.</summary>
    public static bool TryReadFlag(string text, out bool flag) => bool.TryParse(text, out flag) && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]);
}
