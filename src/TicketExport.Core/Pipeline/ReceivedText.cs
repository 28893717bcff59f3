using System.Globalization;
using System.Text;

namespace TicketExport.Pipeline;

/// <summary>Makes a short text of a tracker fit to be stored and shown.</summary>
internal static class ReceivedText
{
    private const int MaxLength = 200;

    /// <summary>The text on one line, without invisible characters, cut to 200.</summary>
    public static string Clean(string? text)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > MaxLength)
            {
                break;
            }

            if (IsVisible(rune))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Trim();
    }

    private static bool IsVisible(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
