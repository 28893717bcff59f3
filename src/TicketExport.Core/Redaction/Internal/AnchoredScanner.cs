using System.Buffers;

namespace TicketExport.Redaction.Internal;

/// <summary>
/// Looks only where one of a few literals stands, so that a clean text costs one vectorised search. An implementer looks a bounded
/// number of characters to the left of an anchor and never again at what a miss has read to the right of it: that keeps time linear.
/// </summary>
internal abstract class AnchoredScanner(SearchValues<string> anchors) : Scanner
{
    public sealed override void Scan(ReadOnlySpan<char> text, PassageList found)
    {
        var position = 0;
        while (position < text.Length && text[position..].IndexOfAny(anchors) is var next and >= 0)
        {
            var anchor = position + next;
            var step = Match(text, anchor);
            if (step.IsHit)
            {
                found.Add(step.Start, step.End);
            }

            position = Math.Max(step.Resume, anchor + 1);
        }
    }

    protected abstract ScanStep Match(ReadOnlySpan<char> text, int anchor);

    protected static SearchValues<string> Anchors(params ReadOnlySpan<string> anchors) =>
        SearchValues.Create(anchors, StringComparison.OrdinalIgnoreCase);
}
