using System.Collections.Immutable;

namespace TicketExport.Rendering;

// The beginning of a body. Text and code end at the end of a word or line where one is near; a link, an emphasised name, a code span
// and a row of a table are kept whole or left out.
internal static class BodyPrefix
{
    public static int Size(ImmutableArray<BodySection> sections) => sections.Sum(section => BlocksOf(section).Sum(Size));

    public static ImmutableArray<BodySection> Take(ImmutableArray<BodySection> sections, int size)
    {
        var kept = ImmutableArray.CreateBuilder<BodySection>();
        foreach (var section in sections)
        {
            var blocks = Take(BlocksOf(section), ref size, Size, Part);
            if (blocks.IsEmpty)
            {
                break;
            }

            kept.Add(section with { Blocks = blocks });
        }

        return kept.DrainToImmutable();
    }

    // Whole elements as long as they fit, then a part of the next one.
    private static ImmutableArray<T> Take<T>(ImmutableArray<T> elements, ref int size, Func<T, int> sizeOf, Func<T, int, T?> partOf)
        where T : class
    {
        var kept = ImmutableArray.CreateBuilder<T>();
        foreach (var element in elements.IsDefault ? [] : elements)
        {
            var needed = sizeOf(element);
            if (needed <= size)
            {
                size -= needed;
                kept.Add(element);
                continue;
            }

            if (size > 0 && partOf(element, size) is { } part)
            {
                kept.Add(part);
            }

            size = 0;
            break;
        }

        return kept.DrainToImmutable();
    }

    private static Block? Part(Block block, int size)
    {
        switch (block)
        {
            case Block.Paragraph(var content):
                var inlines = Take(content, ref size, Size, Part);
                return inlines.IsEmpty ? null : new Block.Paragraph(inlines);
            case Block.ItemList(var style, var items):
                var kept = Take(items, ref size, Size, Part);
                return kept.IsEmpty ? null : new Block.ItemList(style, kept);
            case Block.Code(var text, var language):
                var code = TextCut.Lines(text, size);
                return code.Length == 0 ? null : new Block.Code(code, language);
            case Block.Table(var header, var rows):
                size -= Size(header);
                var whole = TakeRows(rows, size);
                return whole.IsEmpty ? null : new Block.Table(header, whole);
            default:
                return null;
        }
    }

    private static ListItem? Part(ListItem item, int size)
    {
        size--;
        var content = Take(item.Content, ref size, Size, Part);
        return content.IsEmpty ? null : new ListItem(content);
    }

    private static Inline? Part(Inline inline, int size)
    {
        var text = inline is Inline.Text(var value) ? TextCut.Words(value, size) : "";
        return text.Length == 0 ? null : new Inline.Text(text);
    }

    private static ImmutableArray<ImmutableArray<ImmutableArray<Inline>>> TakeRows(ImmutableArray<ImmutableArray<ImmutableArray<Inline>>> rows, int size)
    {
        var count = 0;
        while (!rows.IsDefault && count < rows.Length && (size -= Size(rows[count])) >= 0)
        {
            count++;
        }

        return count == 0 ? [] : rows[..count];
    }

    private static ImmutableArray<Block> BlocksOf(BodySection section) => section.Blocks.IsDefault ? [] : section.Blocks;

    private static int Size(Block block) => block switch
    {
        Block.Paragraph(var content) => Size(content),
        Block.ItemList(_, var items) => items.IsDefault ? 0 : items.Sum(Size),
        Block.Code(var text, _) => text.Length,
        Block.Table(var header, var rows) => Size(header) + (rows.IsDefault ? 0 : rows.Sum(Size)),
        _ => 0,
    };

    private static int Size(ListItem item) => 1 + Size(item.Content);

    private static int Size(ImmutableArray<string> header) => header.IsDefault ? 0 : header.Sum(head => head.Length + 1);

    private static int Size(ImmutableArray<ImmutableArray<Inline>> row) => 1 + (row.IsDefault ? 0 : row.Sum(Size));

    private static int Size(ImmutableArray<Inline> content) => content.IsDefault ? 0 : content.Sum(Size);

    private static int Size(Inline inline) => inline switch
    {
        Inline.Text(var value) => value.Length,
        Inline.Strong(var value) => value.Length,
        Inline.CodeSpan(var value) => value.Length,
        Inline.Link(var label, var url) => label.Length + url.Length,
        _ => 1,
    };
}
