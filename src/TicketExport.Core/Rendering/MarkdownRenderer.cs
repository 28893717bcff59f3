using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TicketExport.Contract;

namespace TicketExport.Rendering;

/// <summary>Writes a body as Markdown that reads the same in CommonMark and in the dialects of GitHub and GitLab.</summary>
/// <remarks>
/// Every text is untrusted: nothing in it becomes markup, a link, a mention, a reference or a command. Only <see cref="Inline.Link"/>
/// with an absolute <c>https</c> or <c>http</c> address without credentials becomes a link; an address in running text is shown as
/// code. Behind a sigil such as <c>@</c> or <c>#</c> stands U+2060 WORD JOINER, which has no width. One dialect serves GitHub, GitLab and
/// Linear: what one of them acts on and the others do not is neutralised for all. Stateless; safe on any thread.
/// </remarks>
public static class MarkdownRenderer
{
    /// <summary>The value of <see cref="RenderedBody.Format"/>.</summary>
    public const string Format = "markdown";

    /// <summary>Renders a body whole: a heading of level 2 per section, line feeds only, one line feed at the end.</summary>
    /// <returns>The text and the names of its sections, in order. The text of a body without sections is empty.</returns>
    public static RenderedBody Render(TicketBody body)
    {
        var result = Render(body, RenderOptions.Default);
        return new() { Format = result.Format, Body = result.Text, Sections = result.Sections };
    }

    /// <summary>Renders a body for one tracker: cut at its limit, with its marker as the last block.</summary>
    /// <param name="body">The body. A section whose heading is empty has none.</param>
    /// <param name="options">Limit, note and marker.</param>
    /// <exception cref="ArgumentException">The limit is too small for the marker.</exception>
    public static RenderResult Render(TicketBody body, RenderOptions options) => BodyFit.Render(Format, body, options, Write);

    /// <summary>Escapes plain text for one line of Markdown, such as a heading. Line breaks become spaces.</summary>
    public static string EscapeLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var output = new StringBuilder(text.Length + 16);
        MarkdownInlineWriter.AppendText(output, TextSanitizer.CleanLine(text), true);
        return output.ToString();
    }

    private static string Write(BodyDraft draft)
    {
        var output = new StringBuilder();
        foreach (var section in draft.Sections)
        {
            if (EscapeLine(section.Heading) is { Length: > 0 } heading)
            {
                Separate(output);
                output.Append("## ").Append(heading).Append('\n');
            }

            AppendBlocks(output, section.Blocks.IsDefault ? [] : section.Blocks);
        }

        AppendBlocks(output, draft.Tail);
        if (draft.Marker is { } marker)
        {
            Separate(output);
            output.Append(marker.IsComment ? $"<!-- {marker.Text} -->\n" : $"`{marker.Text}`\n");
        }

        return output.ToString();
    }

    private static void AppendBlocks(StringBuilder output, ImmutableArray<Block> blocks)
    {
        // Two lists with the same mark, one after the other, would be read as one.
        var secondMark = false;
        Block? previous = null;
        foreach (var block in blocks)
        {
            secondMark = previous is Block.ItemList && block is Block.ItemList && !secondMark;
            previous = block;
            var text = block switch
            {
                Block.Paragraph(var content) => string.Join("  \n", MarkdownInlineWriter.Lines(content)),
                Block.ItemList list => ListOf(list, secondMark),
                Block.Code code => CodeOf(code),
                Block.Table table => TableOf(table),
                _ => "",
            };
            if (text.Length > 0)
            {
                Separate(output);
                output.Append(text).Append('\n');
            }
        }
    }

    private static string ListOf(Block.ItemList list, bool secondMark)
    {
        var lines = new List<string>();
        var number = 0;
        foreach (var item in list.Items.IsDefault ? [] : list.Items)
        {
            var content = MarkdownInlineWriter.Lines(item.Content);
            if (content.Count == 0)
            {
                continue;
            }

            number++;
            var mark = Mark(list.Style, number, secondMark);
            var indent = new string(' ', list.Style == ListStyle.Tasks ? 2 : mark.Length);
            lines.Add(mark + string.Join("  \n" + indent, content));
        }

        return string.Join('\n', lines);
    }

    private static string Mark(ListStyle style, int number, bool secondMark) => style switch
    {
        ListStyle.Numbers => number.ToString(CultureInfo.InvariantCulture) + (secondMark ? ") " : ". "),
        ListStyle.Tasks => secondMark ? "* [ ] " : "- [ ] ",
        _ => secondMark ? "* " : "- ",
    };

    private static string CodeOf(Block.Code code)
    {
        var text = TextSanitizer.Clean(code.Text);
        var fence = new string('`', Math.Max(3, MarkdownInlineWriter.LongestRun(text, '`') + 1));
        var end = text.EndsWith('\n') || text.Length == 0 ? "" : "\n";
        return $"{fence}{CodeLanguage.Of(code)}\n{text}{end}{fence}";
    }

    private static string TableOf(Block.Table table)
    {
        if (table.Header.IsDefaultOrEmpty)
        {
            return "";
        }

        var lines = new List<string>
        {
            "| " + string.Join(" | ", table.Header.Select(EscapeLine)) + " |",
            "|" + string.Concat(Enumerable.Repeat(" --- |", table.Header.Length)),
        };
        foreach (var row in table.Rows.IsDefault ? [] : table.Rows)
        {
            var cells = Enumerable.Range(0, table.Header.Length).Select(column => column < row.Length ? CellOf(row[column]) : "");
            lines.Add("| " + string.Join(" | ", cells) + " |");
        }

        return string.Join('\n', lines);
    }

    private static string CellOf(ImmutableArray<Inline> content)
    {
        var safe = (content.IsDefault ? [] : content)
            .Select(inline => inline is Inline.CodeSpan(var value) && value.Contains('|', StringComparison.Ordinal) ? new Inline.Text(value) : inline);
        return string.Join(' ', MarkdownInlineWriter.Lines([.. safe]));
    }

    private static void Separate(StringBuilder output)
    {
        if (output.Length > 0)
        {
            output.Append('\n');
        }
    }
}
