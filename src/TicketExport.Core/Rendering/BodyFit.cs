using System.Collections.Immutable;

namespace TicketExport.Rendering;

// Cuts the document and measures its conversion. So the limit holds for what is sent, and no cut can fall into an escape, a link, a
// fence or a node: whatever is left was written whole.
internal static class BodyFit
{
    public static RenderResult Render(string format, TicketBody body, RenderOptions options, Func<BodyDraft, string> write)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(options);
        ImmutableArray<BodySection> sections = body.Sections.IsDefault ? [] : body.Sections;
        var text = write(new(sections, [], options.Marker));
        if (options.Limit is not { } limit || limit.Allows(text))
        {
            return Result(format, text, sections, false);
        }

        var tail = Note(options);
        var kept = Longest(BodyPrefix.Size(sections), size => Try(BodyPrefix.Take(sections, size), tail));
        kept ??= Try([], tail) ?? Try([], []);
        return kept ?? throw new ArgumentException(
            $"A limit of {limit.Length} is too small for the marker alone. Set RenderOptions.Limit to what the tracker takes.", nameof(options));

        RenderResult? Try(ImmutableArray<BodySection> part, ImmutableArray<Block> end)
        {
            var candidate = write(new(part, end, options.Marker));
            return limit.Allows(candidate) ? Result(format, candidate, part, true) : null;
        }
    }

    // Halving first keeps the cost linear in the body and not in its size times the steps of the search.
    private static RenderResult? Longest(int size, Func<int, RenderResult?> attempt)
    {
        RenderResult? best = null;
        var high = size;
        var low = size / 2;
        while (low > 0 && (best = attempt(low)) is null)
        {
            high = low;
            low /= 2;
        }

        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            var result = attempt(middle);
            (low, high, best) = result is null ? (low, middle, best) : (middle, high, result);
        }

        return best;
    }

    private static ImmutableArray<Block> Note(RenderOptions options)
    {
        Inline text = new Inline.Text(options.CutNote);
        return string.IsNullOrEmpty(options.FullTextUrl)
            ? [new Block.Paragraph([text])]
            : [new Block.Paragraph([text, new Inline.Text(" "), new Inline.Link("Full text", options.FullTextUrl)])];
    }

    private static RenderResult Result(string format, string text, ImmutableArray<BodySection> sections, bool isCut) =>
        new() { Format = format, Text = text, Sections = [.. sections.Select(section => section.Name)], IsCut = isCut };
}
