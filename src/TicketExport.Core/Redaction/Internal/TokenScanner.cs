namespace TicketExport.Redaction.Internal;

/// <summary>Tokens with a fixed prefix.</summary>
/// <remarks>
/// A run that is too short is bounded by the shape, so reading it again from a later prefix keeps time linear. Repeated characters and
/// the vendor's documented example (<c>…EXAMPLE</c>) are placeholders.
/// </remarks>
internal sealed class TokenScanner(StringComparison comparison, params TokenShape[] shapes)
    : AnchoredScanner(Anchors([.. shapes.Select(static shape => shape.Prefix)]))
{
    public TokenScanner(params TokenShape[] shapes)
        : this(StringComparison.Ordinal, shapes)
    {
    }

    protected override ScanStep Match(ReadOnlySpan<char> text, int anchor)
    {
        foreach (var shape in shapes)
        {
            if (text[anchor..].StartsWith(shape.Prefix, comparison) && !Runs.IsInsideWord(text, anchor) && EndOf(text, anchor, shape) is var end and > 0)
            {
                return ScanStep.Hit(anchor, end);
            }
        }

        return ScanStep.Miss(anchor + 1);
    }

    private static int EndOf(ReadOnlySpan<char> text, int anchor, TokenShape shape)
    {
        var start = anchor + shape.Prefix.Length;
        var window = shape.IsExact ? text[..Math.Min(text.Length, start + shape.Least + 1)] : text;
        var end = Runs.End(window, start, shape.Alphabet);
        var length = end - start;
        if (shape.IsExact ? length != shape.Least : length < shape.Least)
        {
            return -1;
        }

        return Runs.IsSecretLike(text[start..end]) ? Runs.TrimSentence(text, start, end) : -1;
    }
}
