using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using TicketExport.Core.Tests.TestData;
using TicketExport.Core.Tests.Vectors;
using TicketExport.Rendering;

namespace TicketExport.Core.Tests.Rendering;

public sealed class AdfRendererTests
{
    private const string Package = "@atlaskit/adf-schema";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    [Fact]
    public void The_sample_document_renders_as_the_kept_file() => AssertGolden("sample-004.adf.json", TicketBodyComposer.Compose(TestDocuments.Sample(), TestDocuments.Now));

    [Fact]
    public void A_full_document_renders_as_the_kept_file() => AssertGolden("full.adf.json", TicketBodyComposer.Compose(TestDocuments.Full(), TestDocuments.Now));

    [Fact]
    [Trait("Fault", "F170")]
    [Trait("Fault", "F171")]
    public void Hostile_text_in_every_field_stays_text()
    {
        foreach (var text in HostileTexts.All)
        {
            AssertInert(text);
        }
    }

    [Fact]
    [Trait("Fault", "F170")]
    [Trait("Fault", "F174")]
    [Trait("Fault", "F175")]
    public void Random_text_stays_text() => CsCheck.Check.Sample(HostileTexts.Random, AssertInert, iter: 2_000);

    [OracleFact(Package)]
    public async Task Every_document_keeps_the_published_schema()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(OracleFactAttribute.Folder!, Package, "dist", "json-schema", "v1", "full.json"));
        var options = new RenderOptions { Limit = new(3_000, TextUnit.Utf16), FullTextUrl = "https://host.example/42", Marker = BodyMarker.Line("ticketexport:v1 fp=0123") };
        var hostile = TicketBodyComposer.Compose(TestDocuments.Hostile(string.Join(' ', HostileTexts.All.Where((_, index) => index % 20 == 0))), TestDocuments.Now);

        Assert.Empty(schema.Validate(Render(hostile)));
        Assert.Empty(schema.Validate(AdfRenderer.Render(hostile, options).Text));
        Assert.Empty(schema.Validate(Render(TicketBodyComposer.Compose(TestDocuments.Full(), TestDocuments.Now))));
        Assert.Empty(schema.Validate(Render(new([new("a", "Head", [Table(), new Block.Code("", "c#"), new Block.ItemList(ListStyle.Numbers, [])])]))));
        Assert.Empty(schema.Validate(Render(new([]))));
        Assert.NotEmpty(schema.Validate(Render(TicketBody.FromText("x")).Replace("\"x\"", "\"\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("https://a.example/(x)?a=<b>&copy;=1", """{"type":"text","text":"Label","marks":[{"type":"link","attrs":{"href":"https://a.example/%28x%29?a=%3Cb%3E&copy;=1"}}]}""")]
    [InlineData("javascript:alert(1)", """{"type":"text","text":"Label "},{"type":"text","text":"javascript:alert(1)","marks":[{"type":"code"}]}""")]
    [InlineData("https://user:pw@a.example/", """{"type":"text","text":"Label "},{"type":"text","text":"https://user:pw@a.example/","marks":[{"type":"code"}]}""")]
    [InlineData("", """{"type":"text","text":"Label"}""")]
    [Trait("Fault", "F170")]
    public void Only_a_plain_web_address_becomes_a_link(string url, string expected) =>
        Assert.Equal(Document($$"""{"type":"paragraph","content":[{{expected}}]}"""), Render(Body(new Block.Paragraph([new Inline.Link("Label", url)]))));

    [Fact]
    public void Line_breaks_are_nodes_and_blank_lines_paragraphs() =>
        Assert.Equal(
            Document("""{"type":"paragraph","content":[{"type":"text","text":"a"},{"type":"hardBreak"},{"type":"text","text":"b"}]},{"type":"paragraph","content":[{"type":"text","text":"c"}]}"""),
            Render(TicketBody.FromText("a\r\nb\n\nc")));

    [Fact]
    public void A_table_has_one_cell_per_head_in_every_row()
    {
        var table = JsonNode.Parse(Render(Body(Table())))!["content"]![0]!["content"]!.AsArray();

        Assert.All(table, row => Assert.Equal(2, row!["content"]!.AsArray().Count));
        Assert.Equal("tableHeader", (string?)table[0]!["content"]![1]!["type"]);
        Assert.Equal("""{"type":"tableCell","content":[{"type":"paragraph","content":[]}]}""", table[1]!["content"]![1]!.ToJsonString());
    }

    [Fact]
    public void It_is_written_into_a_request_as_it_stands()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("description");
            Assert.False(AdfRenderer.Write(writer, TicketBody.FromText("é <b>"), RenderOptions.Default).IsCut);
            writer.WriteEndObject();
        }

        Assert.Equal("{\"description\":" + Document("""{"type":"paragraph","content":[{"type":"text","text":"é <b>"}]}""") + "}", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void The_marker_is_the_last_paragraph_and_cannot_be_a_comment()
    {
        var text = Render(TicketBody.FromText("a"), new() { Marker = BodyMarker.Line("ticketexport:v1 fp=0123") });
        var exception = Assert.Throws<ArgumentException>(() => Render(TicketBody.FromText("a"), new() { Marker = BodyMarker.Comment("x") }));

        Assert.EndsWith("""{"type":"paragraph","content":[{"type":"text","text":"ticketexport:v1 fp=0123","marks":[{"type":"code"}]}]}]}""", text, StringComparison.Ordinal);
        Assert.Contains("BodyMarker.Line", exception.Message, StringComparison.Ordinal);
    }

    private static void AssertInert(string text)
    {
        var body = TicketBodyComposer.Compose(TestDocuments.Hostile(text), TestDocuments.Now);
        var reading = AdfReading.Of(Render(body));
        Assert.Equal(VisibleText.Leaves(body, "\u2610 "), reading.Leaves);
        Assert.All(reading.Links, link => Assert.True(link == "https://evidence.example.test/a?b=1&c=2" || LinkAddress.TryCreate(text, out _)));
    }

    private static void AssertGolden(string name, TicketBody body) =>
        TestFiles.AssertGolden("Rendering/Golden/" + name, JsonNode.Parse(Render(body))!.ToJsonString(Indented) + "\n");

    private static string Render(TicketBody body, RenderOptions? options = null) => AdfRenderer.Render(body, options ?? RenderOptions.Default).Text;

    private static TicketBody Body(Block block) => new([new("a", "", [block])]);

    private static Block.Table Table() => new(["A", "B"], [[[new Inline.Text("1")]], [[], [new Inline.Strong("x"), new Inline.LineBreak(), new Inline.Text("y")], [new Inline.Text("more")]]]);

    private static string Document(string content) => $$"""{"type":"doc","version":1,"content":[{{content}}]}""";
}
