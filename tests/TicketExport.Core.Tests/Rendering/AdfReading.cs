using System.Text.Json;

namespace TicketExport.Core.Tests.Rendering;

// What a reader of the Atlassian Document Format sees. Only the nodes and marks that our own blocks need are known; any other is a failure.
internal sealed class AdfReading
{
    private static readonly string[] Containers = ["bulletList", "orderedList", "listItem", "table", "tableRow", "tableCell", "tableHeader"];

    private static readonly string[] Marks = ["strong", "code", "link"];

    private AdfReading()
    {
    }

    public List<string> Leaves { get; } = [];

    public List<string> Links { get; } = [];

    public static AdfReading Of(string json) => Of(JsonDocument.Parse(json).RootElement);

    public static AdfReading Of(JsonElement document)
    {
        var reading = new AdfReading();
        Assert.Equal("doc", TypeOf(document));
        reading.VisitAll(document);
        return reading;
    }

    private static string TypeOf(JsonElement node) => node.GetProperty("type").GetString()!;

    private static JsonElement.ArrayEnumerator ContentOf(JsonElement node) =>
        node.TryGetProperty("content", out var content) ? content.EnumerateArray() : default;

    private void VisitAll(JsonElement node)
    {
        foreach (var child in ContentOf(node))
        {
            Visit(child);
        }
    }

    private void Visit(JsonElement node)
    {
        switch (TypeOf(node))
        {
            case "heading" or "paragraph" or "codeBlock":
                var text = string.Concat(ContentOf(node).Select(TextOf)).Replace("\u2060", "", StringComparison.Ordinal);
                Leaves.AddRange(text.Length == 0 ? [] : [text]);
                break;
            case var type:
                Assert.True(Containers.Contains(type), $"A {type} stands in the body.");
                VisitAll(node);
                break;
        }
    }

    private string TextOf(JsonElement inline)
    {
        if (TypeOf(inline) == "hardBreak")
        {
            return "\n";
        }

        Assert.True(TypeOf(inline) == "text", $"A {TypeOf(inline)} stands in the text.");
        var text = inline.GetProperty("text").GetString()!;
        Assert.NotEqual("", text);
        foreach (var mark in inline.TryGetProperty("marks", out var marks) ? marks.EnumerateArray() : [])
        {
            Assert.Contains(TypeOf(mark), Marks);
            Links.AddRange(TypeOf(mark) == "link" ? [mark.GetProperty("attrs").GetProperty("href").GetString()!] : []);
        }

        return text;
    }
}
