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
            if (text[anchor..].StartsWith(shape.Prefix, comparison) && !Runs.IsInsideWord(text, anchor))
            {
                var step = shape.IsExact ? MatchExact(text, anchor, shape) : MatchLong(text, anchor, shape);
                if (step.IsHit || step.Resume > anchor + 1)
                {
                    return step;
                }
            }
        }

        return ScanStep.Miss(anchor + 1);
    }

    private static ScanStep MatchExact(ReadOnlySpan<char> text, int anchor, TokenShape shape)
    {
        var start = anchor + shape.Prefix.Length;
        var end = Runs.End(text[..Math.Min(text.Length, start + shape.Least + 1)], start, shape.Alphabet);
        return end - start == shape.Least && Runs.IsSecretLike(text[start..end]) ? ScanStep.Hit(anchor, end) : ScanStep.Miss(anchor + 1);
    }

    /// <summary>A long run without variety holds no token further on either: it is not read again.</summary>
    private static ScanStep MatchLong(ReadOnlySpan<char> text, int anchor, TokenShape shape)
    {
        var start = anchor + shape.Prefix.Length;
        var end = Runs.End(text, start, shape.Alphabet);
        if (end - start < shape.Least)
        {
            return ScanStep.Miss(anchor + 1);
        }

        return Runs.IsVaried(text[start..end]) ? ScanStep.Hit(anchor, Runs.TrimSentence(text, start, end)) : ScanStep.Miss(end);
    }
}
