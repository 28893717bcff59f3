using System.Buffers;

namespace TicketExport.Redaction.Internal;

/// <summary>Values that only their name gives away: <c>Name=value</c>, <c>Name: value</c>, <c>"Name": "value"</c>.</summary>
internal sealed class AssignedValueScanner(SearchValues<char> alphabet, int least, params string[] names) : AnchoredScanner(Anchors(names))
{
    private const int MostBlanks = 4;

    protected override ScanStep Match(ReadOnlySpan<char> text, int anchor)
    {
        var name = NameAt(text, anchor);
        if (SkipAssignment(text, anchor + name.Length) is var start and >= 0)
        {
            var end = Runs.End(text, start, alphabet);
            var value = text[start..end];
            return value.Length >= least && Runs.IsSecretLike(value) && Runs.HasDigit(value) ? ScanStep.Hit(start, end) : ScanStep.Miss(end);
        }

        return ScanStep.Miss(anchor + name.Length);
    }

    /// <summary>The start of the value after the name, or -1 when nothing is assigned.</summary>
    public static int SkipAssignment(ReadOnlySpan<char> text, int position)
    {
        position = SkipQuote(text, position);
        position = Runs.SkipBlanks(text, position, MostBlanks);
        if (position >= text.Length || text[position] is not ('=' or ':'))
        {
            return -1;
        }

        position = Runs.SkipBlanks(text, position + 1, MostBlanks);
        return SkipQuote(text, position);
    }

    private static int SkipQuote(ReadOnlySpan<char> text, int position)
    {
        var escaped = position + 1 < text.Length && text[position] == '\\' ? position + 1 : position;
        return escaped < text.Length && text[escaped] is '"' or '\'' ? escaped + 1 : position;
    }

    private string NameAt(ReadOnlySpan<char> text, int anchor)
    {
        foreach (var name in names)
        {
            if (text[anchor..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return name;
            }
        }

        throw new InvalidOperationException("The search found an anchor that is none of the names.");
    }
}
