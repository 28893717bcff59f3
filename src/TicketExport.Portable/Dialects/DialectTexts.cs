using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TicketExport.Identity;
using TicketExport.Portable.Internal;

namespace TicketExport.Portable.Dialects;

/// <summary>Texts that several importers take in the same form. Pure.</summary>
internal static class DialectTexts
{
    /// <summary>
    /// The labels, as parts of a list whose separators none of them may hold: one line, visible, not the beginning of a formula, none that looks like a
    /// marker, none twice.
    /// </summary>
    /// <param name="labels">The document's labels.</param>
    /// <param name="maxLength">The longest label that the tracker takes; a longer one is left out, as half a label is another one.</param>
    /// <param name="separators">The characters that part labels at the tracker; each becomes a hyphen.</param>
    public static ImmutableArray<string> Labels(ImmutableArray<string> labels, int maxLength, string separators) =>
        [.. labels.Select(label => Label(label, separators)).Where(label => label.Length > 0 && label.Length <= maxLength && !TicketMarker.TryParse(label.ToLowerInvariant(), out _))
            .Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>An assignee that importers can match: they know people by e-mail addresses.</summary>
    public static string EMail(string? assignee)
    {
        var at = assignee?.IndexOf('@', StringComparison.Ordinal) ?? -1;
        return at > 0 && at == assignee!.LastIndexOf('@') && at < assignee.Length - 1 && !assignee.Any(static character => char.IsWhiteSpace(character) || char.IsControl(character) || character is ',' or ';')
            && !FormulaGuard.IsNeeded(assignee)
            ? assignee
            : "";
    }

    private static string Label(string label, string separators)
    {
        var output = new StringBuilder(label.Length);
        foreach (var rune in label.EnumerateRunes())
        {
            var isSeparator = rune.IsBmp && separators.Contains((char)rune.Value, StringComparison.Ordinal);
            if (isSeparator || (Rune.IsWhiteSpace(rune) && rune.Value != ' '))
            {
                output.Append('-');
            }
            else if (!Rune.IsControl(rune) && rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
            {
                output.Append(rune.ToString());
            }
        }

        var text = output.ToString().Trim();
        while (FormulaGuard.IsNeeded(text))
        {
            text = text[1..];
        }

        return text.Trim();
    }
}
