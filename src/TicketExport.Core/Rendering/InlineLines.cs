using System.Collections.Immutable;

namespace TicketExport.Rendering;

// Running text as lines of cleaned pieces: no line break inside a piece, no blanks at the ends of a line, no empty piece or line.
internal static class InlineLines
{
    public static List<List<Inline>> Of(ImmutableArray<Inline> content)
    {
        var lines = new List<List<Inline>>();
        var line = new List<Inline>();
        foreach (var inline in content.IsDefault ? [] : content)
        {
            switch (inline)
            {
                case Inline.LineBreak:
                    line = EndLine(lines, line);
                    break;
                case Inline.Text(var value):
                    line = AddText(lines, line, TextSanitizer.Clean(value));
                    break;
                default:
                    line.AddRange(Clean(inline) is { } clean ? [clean] : []);
                    break;
            }
        }

        EndLine(lines, line);
        return lines;
    }

    // A link that must not live: its label, and its address as code.
    public static ImmutableArray<Inline> DeadLink(Inline.Link link)
    {
        var address = TextSanitizer.CleanLine(link.Url);
        return link.Label.Length == 0 ? [new Inline.Text(address)]
            : address.Length == 0 ? [new Inline.Text(link.Label)]
            : [new Inline.Text(link.Label + " "), new Inline.CodeSpan(address)];
    }

    private static Inline? Clean(Inline inline)
    {
        switch (inline)
        {
            case Inline.Strong(var value):
                var strong = TextSanitizer.CleanLine(value);
                return strong.Length == 0 ? null : new Inline.Strong(strong);
            case Inline.CodeSpan(var value):
                var code = TextSanitizer.CleanLine(value);
                return code.Length == 0 ? null : new Inline.CodeSpan(code);
            case Inline.Link(var label, var url):
                var name = TextSanitizer.CleanLine(label);
                return name.Length + TextSanitizer.CleanLine(url).Length == 0 ? null : new Inline.Link(name, url);
            default:
                return null;
        }
    }

    private static List<Inline> AddText(List<List<Inline>> lines, List<Inline> line, string text)
    {
        var first = true;
        foreach (var part in text.Split('\n'))
        {
            line = first ? line : EndLine(lines, line);
            first = false;
            if (line is [.., Inline.Text(var before)])
            {
                line[^1] = new Inline.Text(before + part);
            }
            else
            {
                line.Add(new Inline.Text(part));
            }
        }

        return line;
    }

    private static List<Inline> EndLine(List<List<Inline>> lines, List<Inline> line)
    {
        if (line is [Inline.Text(var first), ..])
        {
            line[0] = new Inline.Text(first.TrimStart());
        }

        if (line is [.., Inline.Text(var last)])
        {
            line[^1] = new Inline.Text(last.TrimEnd());
        }

        line.RemoveAll(static inline => inline is Inline.Text(""));
        if (line.Count > 0)
        {
            lines.Add(line);
        }

        return [];
    }
}
