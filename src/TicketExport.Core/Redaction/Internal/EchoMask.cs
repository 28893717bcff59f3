using System.Text;

namespace TicketExport.Redaction.Internal;

/// <summary>Replaces the passages of a text that repeat another one, whole or in part.</summary>
/// <remarks>
/// A passage counts from a number of characters on, so that a cut-off echo is found as well and a common word is not. Upper and lower case are
/// the same. Time grows with the sum of all lengths.
/// </remarks>
internal static class EchoMask
{
    /// <param name="text">The text to clean.</param>
    /// <param name="originals">What must not be repeated.</param>
    /// <param name="window">From how many characters on a passage counts; a shorter original counts as a whole.</param>
    /// <param name="label">What stands in the place of each passage.</param>
    public static string Mask(string text, IEnumerable<string> originals, int window, string label)
    {
        var echoed = new bool[text.Length];
        var windows = new Lazy<HashSet<string>>(() => WindowsOf(text, window));
        var repeated = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var original in originals)
        {
            if (original.Length < window)
            {
                MarkAll(text, original, echoed);
            }
            else
            {
                Collect(original, window, windows.Value, repeated);
            }
        }

        MarkWindows(text, window, repeated, echoed);
        return Array.IndexOf(echoed, true) < 0 ? text : Replace(text, echoed, label);
    }

    private static HashSet<string> WindowsOf(string text, int window)
    {
        var windows = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i + window <= text.Length; i++)
        {
            windows.Add(text.Substring(i, window));
        }

        return windows;
    }

    private static void Collect(string original, int window, HashSet<string> windows, HashSet<string> repeated)
    {
        var lookup = windows.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; windows.Count > 0 && i + window <= original.Length; i++)
        {
            if (lookup.TryGetValue(original.AsSpan(i, window), out var found))
            {
                repeated.Add(found);
            }
        }
    }

    private static void MarkAll(string text, string original, bool[] echoed)
    {
        var start = 0;
        while (original.Length > 0 && text.IndexOf(original, start, StringComparison.OrdinalIgnoreCase) is var found and >= 0)
        {
            echoed.AsSpan(found, original.Length).Fill(true);
            start = found + original.Length;
        }
    }

    private static void MarkWindows(string text, int window, HashSet<string> repeated, bool[] echoed)
    {
        var lookup = repeated.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; repeated.Count > 0 && i + window <= text.Length; i++)
        {
            if (lookup.Contains(text.AsSpan(i, window)))
            {
                echoed.AsSpan(i, window).Fill(true);
            }
        }
    }

    private static string Replace(string text, ReadOnlySpan<bool> echoed, string label)
    {
        var masked = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!echoed[i])
            {
                masked.Append(text[i]);
            }
            else if (i == 0 || !echoed[i - 1])
            {
                masked.Append(label);
            }
        }

        return masked.ToString();
    }
}
