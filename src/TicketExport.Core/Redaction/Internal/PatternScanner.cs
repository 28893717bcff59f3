using System.Text.RegularExpressions;

namespace TicketExport.Redaction.Internal;

/// <summary>A host's rule. Built without backtracking, so that one search is linear whatever the pattern is.</summary>
internal sealed class PatternScanner(Regex pattern) : Scanner
{
    private const int MostMatches = 64;

    public static Regex Compile(HostRuleOptions options) =>
        new(options.Pattern!, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | (options.IgnoreCase ? RegexOptions.IgnoreCase : RegexOptions.None));

    public override void Scan(ReadOnlySpan<char> text, PassageList found)
    {
        var count = 0;
        foreach (var match in pattern.EnumerateMatches(text))
        {
            // Each search may read to the end of the text: many matches take the rest with them, or time would be quadratic.
            if (++count == MostMatches)
            {
                found.Add(match.Index, text.Length);
                return;
            }

            if (match.Length > 0)
            {
                found.Add(match.Index, match.Index + match.Length);
            }
        }
    }
}
