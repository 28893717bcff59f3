using System.Collections.Immutable;
using TicketExport.Rendering;

namespace TicketExport.Core.Tests.Rendering;

// What a reader must see of a body, worked out without any Markdown.
internal static class VisibleText
{
    public static List<string> Leaves(TicketBody body)
    {
        var leaves = new List<string>();
        foreach (var section in body.Sections)
        {
            leaves.Add(section.Heading);
            foreach (var block in section.Blocks)
            {
                Add(leaves, block);
            }
        }

        return leaves;
    }

    private static void Add(List<string> leaves, Block block)
    {
        switch (block)
        {
            case Block.Paragraph(var content):
                AddLines(leaves, content);
                break;
            case Block.ItemList(var style, var items):
                foreach (var item in items)
                {
                    AddLines(leaves, item.Content, style == ListStyle.Tasks ? "[ ] " : "");
                }

                break;
            case Block.Code(var text, _):
                var clean = TextSanitizer.Clean(text);
                leaves.Add(clean.EndsWith('\n') ? clean[..^1] : clean);
                break;
            case Block.Table(var header, var rows):
                leaves.AddRange(header);
                foreach (var cell in rows.SelectMany(row => row))
                {
                    AddLines(leaves, cell);
                }

                break;
        }
    }

    private static void AddLines(List<string> leaves, ImmutableArray<Inline> content, string box = "")
    {
        var lines = string.Concat(content.Select(TextOf)).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
        var text = string.Join('\n', lines);
        if (text.Length > 0)
        {
            leaves.Add(box + text);
        }
    }

    private static string TextOf(Inline inline) => inline switch
    {
        Inline.Text(var value) => TextSanitizer.Clean(value),
        Inline.Strong(var value) => TextSanitizer.CleanLine(value),
        Inline.CodeSpan(var value) => TextSanitizer.CleanLine(value),
        Inline.Link(var label, var url) => LinkText(TextSanitizer.CleanLine(label), url),
        _ => "\n",
    };

    private static string LinkText(string label, string url)
    {
        var address = TextSanitizer.CleanLine(url);
        return label.Length == 0 ? address
            : LinkAddress.TryCreate(url, out _) || address.Length == 0 ? label
            : label + " " + address;
    }
}
