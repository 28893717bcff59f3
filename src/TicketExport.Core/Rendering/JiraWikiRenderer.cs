using System.Collections.Immutable;
using System.Text;

namespace TicketExport.Rendering;

/// <summary>Writes a body in Jira's wiki markup, as Jira Data Center takes it, and Jira Cloud in version 2 of its interface.</summary>
/// <remarks>
/// Every text is untrusted: nothing in it becomes markup, a macro, an image, a link or a mention. What no backslash can stop is parted
/// by U+2060 WORD JOINER, which has no width. Only <see cref="Inline.Link"/> with an absolute <c>https</c> or <c>http</c> address
/// without credentials becomes a link. Stateless; safe on any thread.
/// </remarks>
public static class JiraWikiRenderer
{
    /// <summary>The value of <see cref="RenderResult.Format"/>.</summary>
    public const string Format = "jira_wiki";

    /// <summary>Renders a body: a heading of level 2 per section, line feeds only, one line feed at the end.</summary>
    /// <param name="body">The body. A section whose heading is empty has none.</param>
    /// <param name="options">Limit, note and marker.</param>
    /// <exception cref="ArgumentException">The marker is a comment, which this format does not have; or the limit is too small for the marker.</exception>
    public static RenderResult Render(TicketBody body, RenderOptions options)
    {
        MarkerRules.RequireLine(options, Format);
        return BodyFit.Render(Format, body, options, Write);
    }

    private static string Write(BodyDraft draft)
    {
        var output = new StringBuilder();
        foreach (var section in draft.Sections)
        {
            if (TextSanitizer.CleanLine(section.Heading) is { Length: > 0 } heading)
            {
                Separate(output);
                output.Append("h2. ");
                JiraWikiEscape.Append(output, heading, false);
                output.Append('\n');
            }

            AppendBlocks(output, section.Blocks.IsDefault ? [] : section.Blocks);
        }

        AppendBlocks(output, draft.Tail);
        if (draft.Marker is { } marker)
        {
            Separate(output);
            output.Append("{{").Append(marker.Text).Append("}}\n");
        }

        return output.ToString();
    }

    private static void AppendBlocks(StringBuilder output, ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            var text = block switch
            {
                Block.Paragraph(var content) => string.Join('\n', JiraWikiInlineWriter.Lines(content, true)),
                Block.ItemList list => ListOf(list),
                Block.Code code => JiraWikiCode.Of(code),
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

    private static string ListOf(Block.ItemList list)
    {
        var mark = list.Style switch
        {
            ListStyle.Numbers => "# ",
            ListStyle.Tasks => "* \u2610 ",
            _ => "* ",
        };
        return string.Join('\n', (list.Items.IsDefault ? [] : list.Items)
            .Select(item => OneLine(item.Content))
            .Where(item => item.Length > 0)
            .Select(item => mark + item));
    }

    private static string TableOf(Block.Table table)
    {
        if (table.Header.IsDefaultOrEmpty)
        {
            return "";
        }

        var lines = new List<string> { "||" + string.Concat(table.Header.Select(head => Cell([new Inline.Text(head)]) + "||")) };
        foreach (var row in table.Rows.IsDefault ? [] : table.Rows)
        {
            var cells = Enumerable.Range(0, table.Header.Length).Select(column => Cell(column < row.Length ? row[column] : []) + "|");
            lines.Add("|" + string.Concat(cells));
        }

        return string.Join('\n', lines);
    }

    // A cell without text needs a blank, or its bars would be those of a head.
    private static string Cell(ImmutableArray<Inline> content) => OneLine(content) is { Length: > 0 } line ? " " + line + " " : " ";

    // A line feed would end the item or the row; two backslashes break the line inside it.
    private static string OneLine(ImmutableArray<Inline> content) => string.Join(@" \\ ", JiraWikiInlineWriter.Lines(content, true));

    private static void Separate(StringBuilder output)
    {
        if (output.Length > 0)
        {
            output.Append('\n');
        }
    }
}
