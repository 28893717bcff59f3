using System.Text.Json;
using CsCheck;
using TicketExport.Core.Tests.TestData;
using TicketExport.Core.Tests.Vectors;
using TicketExport.Rendering;

namespace TicketExport.Core.Tests.Rendering;

// Atlassian's own reader of wiki markup, which follows the renderer of Jira, says what a body shows.
public sealed class JiraWikiOracleTests
{
    private const string Package = "@atlaskit/editor-wikimarkup-transformer";

    private const string Script = """
        const { join } = require('node:path');
        const { WikiMarkupTransformer } = require(join(process.env.TICKETEXPORT_NODE_MODULES, '@atlaskit/editor-wikimarkup-transformer'));
        const reader = new WikiMarkupTransformer();
        const bodies = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
        process.stdout.write(JSON.stringify(bodies.map(body => reader.parse(body).toJSON())));
        """;

    [OracleFact(Package)]
    [Trait("Fault", "F170")]
    [Trait("Fault", "F171")]
    public void Hostile_text_in_every_field_stays_text() => AssertInert([.. HostileTexts.All.Where(text => !text.Contains("[::1]", StringComparison.Ordinal))]);

    [OracleFact(Package)]
    [Trait("Fault", "F170")]
    public void Random_text_of_markup_characters_stays_text() =>
        HostileTexts.Random.Array[300].Sample(texts => AssertInert(texts), iter: 4, threads: 1);

    [OracleFact(Package)]
    public void Links_tables_and_code_are_read_as_what_they_are()
    {
        var body = new TicketBody([new("a", "Head",
        [
            new Block.Paragraph([new Inline.Text("x"), new Inline.Strong("b"), new Inline.CodeSpan("c-d"), new Inline.Link("The [label]", "https://a.example/x?y=[1]")]),
            new Block.Table(["A|B", "C"], [[[new Inline.Text("1|2")], []], [[new Inline.Link("l", "https://a.example")], [new Inline.Text("y\nz")]]]),
            new Block.Code("{code}\n{noformat}h1. x", "json"),
        ])]);

        var document = Read([JiraWikiRenderer.Render(body, RenderOptions.Default).Text])[0];
        var reading = AdfReading.Of(document);

        Assert.Equal(
            ["Head", "xbc-dThe [label] https://a.example/x?y=%5B1%5D", "A\u2223B", "C", "1\u22232", "l", "y\nz", "{code}\n{noformat}h1. x"],
            Normal(reading.Leaves));
        Assert.Equal(["https://a.example/x?y=%5B1%5D", "https://a.example"], reading.Links);
    }

    private static void AssertInert(string[] texts)
    {
        var bodies = Array.ConvertAll(texts, text => TicketBodyComposer.Compose(TestDocuments.Hostile(text), TestDocuments.Now));
        var rendered = Array.ConvertAll(bodies, body => JiraWikiRenderer.Render(body, RenderOptions.Default).Text);
        var alive = Read(rendered).Index().Select(pair => FindLife(texts[pair.Index], bodies[pair.Index], pair.Item)).OfType<string>().ToList();

        Assert.True(alive.Count == 0, $"{alive.Count} texts came alive:\n" + string.Join('\n', alive.Take(20)));
    }

    private static string? FindLife(string text, TicketBody body, JsonElement document)
    {
        var reading = AdfReading.Of(document);
        var expected = WithoutAddresses(Normal(VisibleText.Leaves(body, "\u2610 ")), reading);
        var actual = WithoutAddresses(Normal(reading.Leaves), reading);
        var difference = expected.Zip(actual).FirstOrDefault(pair => pair.First != pair.Second);
        if (difference != default || expected.Count != actual.Count)
        {
            return $"«{text}»: «{difference.Second}» in place of «{difference.First}»";
        }

        var link = reading.Links.Find(link => link != "https://evidence.example.test/a?b=1&c=2" && !LinkAddress.TryCreate(text, out _));
        return link is null ? null : $"«{text}»: link to {link}";
    }

    // The address of a link is shown where its label cannot stand inside it.
    private static List<string> WithoutAddresses(List<string> leaves, AdfReading reading) =>
        leaves.ConvertAll(leaf => reading.Links.Aggregate(leaf, (text, link) => text.Replace(" " + link, "", StringComparison.Ordinal)));

    // The reader drops blanks and empty lines at the ends of a block and keeps or drops those before a line break, as it likes.
    private static List<string> Normal(List<string> leaves) => leaves.ConvertAll(leaf => string.Join('\n', leaf.Split('\n').Select(Words).Where(line => line.Length > 0)));

    private static string Words(string line) => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static List<JsonElement> Read(string[] bodies) =>
        [.. JsonDocument.Parse(NodeOracle.Run(Script, JsonSerializer.Serialize(bodies))).RootElement.EnumerateArray()];
}
