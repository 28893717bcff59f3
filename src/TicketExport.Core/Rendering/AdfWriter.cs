using System.Collections.Immutable;
using System.Text.Json;

namespace TicketExport.Rendering;

// Writes the nodes of the schema's version 1. A text node is never empty; lists and cells hold paragraphs, and text stands in those.
internal sealed class AdfWriter(Utf8JsonWriter writer)
{
    public void Write(BodyDraft draft)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "doc");
        writer.WriteNumber("version", 1);
        writer.WriteStartArray("content");
        foreach (var section in draft.Sections)
        {
            WriteHeading(TextSanitizer.CleanLine(section.Heading));
            WriteBlocks(section.Blocks.IsDefault ? [] : section.Blocks);
        }

        WriteBlocks(draft.Tail);
        if (draft.Marker is { } marker)
        {
            WriteParagraph([[new Inline.CodeSpan(marker.Text)]]);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteHeading(string heading)
    {
        if (heading.Length == 0)
        {
            return;
        }

        StartNode("heading");
        writer.WriteStartObject("attrs");
        writer.WriteNumber("level", 2);
        writer.WriteEndObject();
        writer.WriteStartArray("content");
        WriteText(heading);
        EndContent();
    }

    private void WriteBlocks(ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Block.Paragraph(var content) when InlineLines.Of(content) is { Count: > 0 } lines:
                    WriteParagraph(lines);
                    break;
                case Block.ItemList list:
                    WriteList(list);
                    break;
                case Block.Code code:
                    WriteCode(code);
                    break;
                case Block.Table { Header.IsDefaultOrEmpty: false } table:
                    WriteTable(table);
                    break;
            }
        }
    }

    // Task lists are not confirmed for descriptions; a box in front of the text says the same.
    private void WriteList(Block.ItemList list)
    {
        var items = (list.Items.IsDefault ? [] : list.Items).Select(item => InlineLines.Of(item.Content)).Where(lines => lines.Count > 0).ToList();
        if (items.Count == 0)
        {
            return;
        }

        StartContent(list.Style == ListStyle.Numbers ? "orderedList" : "bulletList");
        foreach (var lines in items)
        {
            StartContent("listItem");
            WriteParagraph(lines, list.Style == ListStyle.Tasks ? "\u2610 " : "");
            EndContent();
        }

        EndContent();
    }

    private void WriteCode(Block.Code code)
    {
        StartNode("codeBlock");
        if (CodeLanguage.Of(code) is { Length: > 0 } language)
        {
            writer.WriteStartObject("attrs");
            writer.WriteString("language", language);
            writer.WriteEndObject();
        }

        writer.WriteStartArray("content");
        var text = TextSanitizer.Clean(code.Text);
        WriteText(text.EndsWith('\n') ? text[..^1] : text);
        EndContent();
    }

    private void WriteTable(Block.Table table)
    {
        StartContent("table");
        StartContent("tableRow");
        foreach (var head in table.Header)
        {
            WriteCell("tableHeader", [new Inline.Text(head)]);
        }

        EndContent();
        foreach (var row in table.Rows.IsDefault ? [] : table.Rows)
        {
            StartContent("tableRow");
            for (var column = 0; column < table.Header.Length; column++)
            {
                WriteCell("tableCell", column < row.Length ? row[column] : []);
            }

            EndContent();
        }

        EndContent();
    }

    private void WriteCell(string type, ImmutableArray<Inline> content)
    {
        StartContent(type);
        WriteParagraph(InlineLines.Of(content));
        EndContent();
    }

    private void WriteParagraph(List<List<Inline>> lines, string box = "")
    {
        StartContent("paragraph");
        WriteText(box);
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0)
            {
                StartNode("hardBreak");
                writer.WriteEndObject();
            }

            lines[i].ForEach(WriteInline);
        }

        EndContent();
    }

    private void WriteInline(Inline inline)
    {
        switch (inline)
        {
            case Inline.Text(var value):
                WriteText(value);
                break;
            case Inline.Strong(var value):
                WriteText(value, "strong");
                break;
            case Inline.CodeSpan(var value):
                WriteText(value, "code");
                break;
            case Inline.Link link when LinkAddress.TryCreate(link.Url, out var destination):
                WriteText(link.Label.Length == 0 ? destination : link.Label, "link", destination);
                break;
            case Inline.Link link:
                foreach (var part in InlineLines.DeadLink(link))
                {
                    WriteInline(part);
                }

                break;
        }
    }

    private void WriteText(string text, string? mark = null, string? href = null)
    {
        if (text.Length == 0)
        {
            return;
        }

        StartNode("text");
        writer.WriteString("text", text);
        if (mark is not null)
        {
            writer.WriteStartArray("marks");
            StartNode(mark);
            if (href is not null)
            {
                writer.WriteStartObject("attrs");
                writer.WriteString("href", href);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private void StartNode(string type)
    {
        writer.WriteStartObject();
        writer.WriteString("type", type);
    }

    private void StartContent(string type)
    {
        StartNode(type);
        writer.WriteStartArray("content");
    }

    private void EndContent()
    {
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
