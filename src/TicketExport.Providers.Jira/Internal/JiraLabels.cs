using System.Security.Cryptography;
using System.Text;
using TicketExport.Identity;

namespace TicketExport.Providers.Jira.Internal;

/// <summary>Labels as Jira takes them: no white space, at most 255 characters. Pure.</summary>
internal static class JiraLabels
{
    private const int HashLength = 8;

    /// <summary>The marker first, then the others without repetitions. What looks like a marker of another ticket is left out.</summary>
    public static string[] Of(TicketMarker marker, IEnumerable<string> labels) =>
        [marker.Value, .. labels.Select(Normalise).Where(static label => label.Length > 0 && !TicketMarker.TryParse(label.ToLowerInvariant(), out _)).Distinct(StringComparer.Ordinal)];

    // Two long labels that differ at their ends only stay two.
    private static string Normalise(string label)
    {
        var output = new StringBuilder(label.Length);
        foreach (var rune in label.Trim().EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                output.Append('-');
            }
            else if (!Rune.IsControl(rune) && rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.Format)
            {
                output.Append(rune.ToString());
            }
        }

        var text = output.ToString();
        if (text.Length <= JiraDefaults.MaxLabelLength)
        {
            return text;
        }

        var end = JiraDefaults.MaxLabelLength - HashLength - 1;
        end -= char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
        return $"{text[..end]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength]}";
    }
}
