using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace TicketExport.Rendering;

/// <summary>Writes a body as text without markup, for trackers and fields that have none.</summary>
/// <remarks>
/// A tracker may still look for names, addresses and commands in such a text. U+2060 WORD JOINER stands behind <c>@</c> in front of a name,
/// behind <c>[</c> in front of <c>code]</c>, and in front of a command at the start of a line. An address stays as it is, so that it can be
/// copied. Stateless; safe on any thread.
/// </remarks>
public static class PlainTextRenderer
{
    /// <summary>The value of <see cref="RenderResult.Format"/>.</summary>
    public const string Format = "plain_text";

    /// <summary>Renders a body: a line with the heading per section, line feeds only, one line feed at the end.</summary>
    /// <param name="body">The body. A section whose heading is empty has none.</param>
    /// <param name="options">Limit, note and marker.</param>
    /// <exception cref="ArgumentException">The marker is a comment, which this format does not have; or the limit is too small for the marker.</exception>
    public static RenderResult Render(TicketBody body, RenderOptions options)
    {
        MarkerRules.RequireLine(options, Format);
        return BodyFit.Render(Format, body, options, Write);
    }

    /// <summary>Writes a text as one line for a field such as a title: cleaned, and cut with an ellipsis where it is too long.</summary>
    /// <param name="text">The text. Line breaks become blanks.</param>
    /// <param name="limit">The longest text that the field takes.</param>
    /// <returns>The line; empty where not one whole character fits.</returns>
    public static string RenderLine(string text, TextLimit limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(limit);
        var line = TextSanitizer.CleanLine(text);
        var length = Math.Min(line.Length, limit.Length);
        var result = TextCut.Words(line, length);
        while (!limit.Allows(result))
        {
            length -= Math.Max(1, (limit.Measure(result) - limit.Length) / 4);
            result = TextCut.Words(line, Math.Max(length, 0));
        }

        return result;
    }

    private static string Write(BodyDraft draft)
    {
        var output = new StringBuilder();
        foreach (var section in draft.Sections)
        {
            if (TextSanitizer.CleanLine(section.Heading) is { Length: > 0 } heading)
            {
                Separate(output);
                PlainTextEscape.Append(output, heading);
                output.Append('\n');
            }

            AppendBlocks(output, section.Blocks.IsDefault ? [] : section.Blocks);
        }

        AppendBlocks(output, draft.Tail);
        if (draft.Marker is { } marker)
        {
            Separate(output);
            output.Append(marker.Text).Append('\n');
        }

        return output.ToString();
    }

    private static void AppendBlocks(StringBuilder output, ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            var lines = block switch
            {
                Block.Paragraph(var content) => Lines(content),
                Block.ItemList list => ListOf(list),
                Block.Code code => TextSanitizer.Clean(code.Text).TrimEnd('\n').Split('\n'),
                Block.Table { Header.IsDefaultOrEmpty: false } table => TableOf(table),
                _ => [],
            };
            Separate(output, lines.Any());
            foreach (var line in lines)
            {
                PlainTextEscape.Append(output, line);
                output.Append('\n');
            }
        }
    }

    private static IEnumerable<string> ListOf(Block.ItemList list)
    {
        var number = 0;
        foreach (var item in list.Items.IsDefault ? [] : list.Items)
        {
            var first = true;
            foreach (var line in Lines(item.Content))
            {
                number += first ? 1 : 0;
                var mark = list.Style == ListStyle.Numbers ? number.ToString(CultureInfo.InvariantCulture) + ". " : "- ";
                yield return (first ? mark : new string(' ', mark.Length)) + line;
                first = false;
            }
        }
    }

    private static IEnumerable<string> TableOf(Block.Table table)
    {
        yield return string.Join(" | ", table.Header.Select(TextSanitizer.CleanLine));
        foreach (var row in table.Rows.IsDefault ? [] : table.Rows)
        {
            yield return string.Join(" | ", table.Header.Select((_, column) => column < row.Length ? string.Join(' ', Lines(row[column])) : ""));
        }
    }

    private static List<string> Lines(ImmutableArray<Inline> content) => InlineLines.Of(content).ConvertAll(line => string.Concat(line.Select(TextOf)));

    private static string TextOf(Inline inline) => inline switch
    {
        Inline.Text(var value) => value,
        Inline.Strong(var value) => value,
        Inline.CodeSpan(var value) => value,
        Inline.Link(var label, var url) => label.Length == 0 ? TextSanitizer.CleanLine(url) : $"{label} ({TextSanitizer.CleanLine(url)})",
        _ => "",
    };

    private static void Separate(StringBuilder output, bool hasMore = true)
    {
        if (hasMore && output.Length > 0)
        {
            output.Append('\n');
        }
    }
}
