using System.Collections.Immutable;

namespace TicketExport.Rendering;

internal static class PlainText
{
    // Blank lines separate paragraphs; a single line break stays inside one.
    public static ImmutableArray<Block> Paragraphs(string? text)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var lines = new List<string>();
        foreach (var line in TextSanitizer.Clean(text).Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add(line);
                continue;
            }

            AddParagraph(blocks, lines);
        }

        AddParagraph(blocks, lines);
        return blocks.DrainToImmutable();
    }

    // The lines of a text that must stay one block, without the blank ones.
    public static ImmutableArray<Inline> Lines(string? text) =>
        Join(TextSanitizer.Clean(text).Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)));

    private static void AddParagraph(ImmutableArray<Block>.Builder blocks, List<string> lines)
    {
        if (lines.Count > 0)
        {
            blocks.Add(new Block.Paragraph(Join(lines)));
            lines.Clear();
        }
    }

    private static ImmutableArray<Inline> Join(IEnumerable<string> lines)
    {
        var content = ImmutableArray.CreateBuilder<Inline>();
        foreach (var line in lines)
        {
            if (content.Count > 0)
            {
                content.Add(new Inline.LineBreak());
            }

            content.Add(new Inline.Text(line));
        }

        return content.DrainToImmutable();
    }
}
