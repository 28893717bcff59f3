using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using TicketExport.Contract;

namespace TicketExport.Portable;

public sealed class PortableSchemaTests : IDisposable
{
    private static readonly PortableTicket Bare = PortableTickets.One("</script> ``` \u00e9 \u65e5\u672c") with { TargetId = null, RetryAt = null };

    private readonly PortableFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    [Trait("Behaviour", "S161")]
    public async Task A_json_file_keeps_the_published_schema()
    {
        var schema = await SchemaAsync();

        Assert.Empty(schema.Validate(await _fixture.TextAsync(PortableFormat.Json, PortableTickets.One(), Bare)));
        Assert.Empty(schema.Validate(await _fixture.TextAsync(PortableFormat.Json)));
    }

    [Fact]
    [Trait("Behaviour", "S161")]
    public async Task Each_line_of_json_lines_is_an_envelope_that_keeps_the_schema()
    {
        var schema = await SchemaAsync();
        var tickets = new[] { PortableTickets.One(), Bare, PortableTickets.One(id: "43") };

        var lines = (await _fixture.TextAsync(PortableFormat.JsonLines, tickets)).Split('\n');

        Assert.Equal((4, ""), (lines.Length, lines[^1]));
        Assert.All(lines[..^1], line => Assert.Empty(schema.Validate(line)));
        var first = JsonNode.Parse(lines[0])!;
        Assert.Equal(PortableExportContract.Version, (string?)first["schema_version"]);
        var whole = JsonNode.Parse(await _fixture.TextAsync(PortableFormat.Json, tickets))!["tickets"]!.AsArray();
        Assert.All(
            lines[..^1].Zip(whole),
            pair => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(pair.First)!["ticket_export"], pair.Second!["ticket_export"])));
    }

    [Fact]
    public async Task The_block_of_a_markdown_file_keeps_the_schema()
    {
        var text = await _fixture.TextAsync(PortableFormat.Markdown, Bare);
        var block = text[(text.LastIndexOf("```json\n", StringComparison.Ordinal) + 8)..text.LastIndexOf("\n```\n", StringComparison.Ordinal)];

        Assert.Empty((await SchemaAsync()).Validate(block));
    }

    [Fact]
    public async Task Json_lines_of_no_tickets_is_an_empty_file() => Assert.Equal("", await _fixture.TextAsync(PortableFormat.JsonLines));

    [Theory]
    [InlineData("schema_version", "\"portable-export.v2\"")]
    [InlineData("duplicate_fingerprint", "\"ABC\"")]
    [InlineData("idempotency_key", "null")]
    [InlineData("export_status", "\"done\"")]
    [InlineData("account", "{}")]
    [InlineData("retry_at", "\"tomorrow\"")]
    [InlineData("ticket_export", "{\"title\": \"a\"}")]
    public async Task What_is_no_portable_export_breaks_the_schema(string member, string value)
    {
        var line = JsonNode.Parse((await _fixture.TextAsync(PortableFormat.JsonLines, PortableTickets.One())).TrimEnd())!.AsObject();
        var without = (JsonObject)line.DeepClone();
        line[member] = JsonNode.Parse(value);
        without.Remove(member);

        var schema = await SchemaAsync();
        Assert.NotEmpty(schema.Validate(line.ToJsonString()));
        Assert.NotEmpty(schema.Validate(without.ToJsonString()));
    }

    [Fact]
    public async Task The_document_in_the_schema_is_the_contracts_own()
    {
        using var exported = await JsonDocument.ParseAsync(PortableExportSchemas.OpenExport());
        using var contract = await JsonDocument.ParseAsync(TicketExportSchemas.OpenDocument());
        var definitions = exported.RootElement.GetProperty("definitions");

        Assert.Equal(PortableExportSchemas.ExportId, exported.RootElement.GetProperty("$id").GetString());
        Assert.All(
            contract.RootElement.GetProperty("definitions").EnumerateObject(),
            definition => Assert.True(JsonElement.DeepEquals(definition.Value, definitions.GetProperty(definition.Name)), definition.Name));
        Assert.All(
            ["required", "properties"],
            member => Assert.True(JsonElement.DeepEquals(contract.RootElement.GetProperty(member), definitions.GetProperty("ticket_export").GetProperty(member)), member));
    }

    private static async Task<JsonSchema> SchemaAsync()
    {
        using var reader = new StreamReader(PortableExportSchemas.OpenExport(), Encoding.UTF8);
        return await JsonSchema.FromJsonAsync(await reader.ReadToEndAsync());
    }
}
