using System.Text.Json;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TicketExport.Portable;

public sealed class PortableFormatTests : IDisposable
{
    private readonly PortableFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData(PortableFormat.Csv)]
    [InlineData(PortableFormat.Markdown)]
    [InlineData(PortableFormat.Json)]
    [InlineData(PortableFormat.JsonLines)]
    [Trait("Behaviour", "S162")]
    [Trait("Behaviour", "S163")]
    [Trait("Behaviour", "S164")]
    [Trait("Behaviour", "S165")]
    [Trait("Behaviour", "S166")]
    [Trait("Behaviour", "S167")]
    public async Task Every_format_carries_source_priority_labels_status_and_keys(PortableFormat format)
    {
        var ticket = PortableTickets.One(id: "r-42");

        var text = await _fixture.TextAsync(format, ticket);

        string[] expected =
        [
            "report_issue", "r-42", "urgent", "webriskops", "needs review", "retry_scheduled", ticket.DuplicateFingerprint.Value,
            ticket.IdempotencyKey.Value, "portable-export.v1", "ticket-export.v1", "acme", "p-789", "2026-03-01T12:05:00Z",
        ];
        Assert.All(expected, value => Assert.Contains(value, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(PortableFormat.Csv)]
    [InlineData(PortableFormat.Markdown)]
    [InlineData(PortableFormat.Json)]
    [InlineData(PortableFormat.JsonLines)]
    [Trait("Fault", "F191")]
    public async Task Equal_tickets_give_equal_bytes(PortableFormat format)
    {
        var first = await _fixture.BytesAsync(format, PortableTickets.One(), PortableTickets.One(id: "43"));
        var second = await _fixture.BytesAsync(format, PortableTickets.One(), PortableTickets.One(id: "43"));

        Assert.Equal(first, second);
    }

    [Fact]
    [Trait("Behaviour", "S161")]
    [Trait("Fault", "F188")]
    public async Task Json_holds_each_document_unchanged_in_its_envelope()
    {
        var ticket = PortableTickets.One("=1+1 é 日本 </script> \u2028 ```");

        using var json = JsonDocument.Parse(await _fixture.BytesAsync(PortableFormat.Json, ticket, ticket));

        Assert.Equal("portable-export.v1", json.RootElement.GetProperty("schema_version").GetString());
        var entries = json.RootElement.GetProperty("tickets");
        Assert.Equal(2, entries.GetArrayLength());
        using var document = JsonDocument.Parse(Contract.TicketExportJson.ToUtf8Bytes(ticket.Document));
        Assert.True(JsonElement.DeepEquals(document.RootElement, entries[1].GetProperty("ticket_export")));
        Assert.Equal(456, entries[0].GetProperty("account").GetProperty("id").GetInt32());
        Assert.Equal("acme", entries[0].GetProperty("target_id").GetString());
    }

    [Fact]
    public async Task Json_of_no_tickets_is_an_empty_envelope() =>
        Assert.Equal("{\n  \"schema_version\": \"portable-export.v1\",\n  \"tickets\": []\n}\n", await _fixture.TextAsync(PortableFormat.Json));

    [Fact]
    [Trait("Behaviour", "S158")]
    [Trait("Behaviour", "S159")]
    [Trait("Behaviour", "S160")]
    public async Task Markdown_is_a_complete_body_with_headings_evidence_and_criteria()
    {
        var text = await _fixture.TextAsync(PortableFormat.Markdown, PortableTickets.One());

        Assert.StartsWith("# Fix checkout validation state\n\n## Summary\n", text, StringComparison.Ordinal);
        Assert.Contains("](https://app.example.test/evidence/42)", text, StringComparison.Ordinal);
        Assert.Contains("\n- [ ] Fix checkout validation state", text, StringComparison.Ordinal);
        Assert.DoesNotContain("# Contents", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markdown_of_several_tickets_numbers_them_and_ends_with_the_contents()
    {
        var text = await _fixture.TextAsync(PortableFormat.Markdown, PortableTickets.One("First"), PortableTickets.One("Second"));
        var headings = Markdown.Parse(text).Descendants<HeadingBlock>().Where(heading => heading.Level == 1).Select(heading => heading.Inline!.FirstChild!.ToString());

        Assert.Equal(["Ticket 1: First", "Ticket 2: Second", "Contents"], headings);
        Assert.EndsWith("# Contents\n\n1. First\n2. Second\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# x\n```\n@everyone #1")]
    [InlineData("<script>alert(1)</script> [a](javascript:b) ![c](https://evil.example/d)")]
    [InlineData("--- https://evil.example www.evil.example")]
    [InlineData("``` ~~~ </details> <!-- --> {#id}")]
    [Trait("Fault", "F192")]
    public async Task Markdown_of_hostile_tickets_is_inert(string text)
    {
        var markdown = await _fixture.TextAsync(PortableFormat.Markdown, PortableTickets.One(text), PortableTickets.One(text));
        var parsed = Markdown.Parse(markdown, new MarkdownPipelineBuilder().UseAdvancedExtensions().Build());

        Assert.Empty(parsed.Descendants<HtmlBlock>());
        Assert.Empty(parsed.Descendants<HtmlInline>());
        Assert.Empty(parsed.Descendants<AutolinkInline>());
        Assert.All(
            parsed.Descendants<LinkInline>().Where(link => link.Parent?.ParentBlock is not HeadingBlock),
            link => Assert.True(link is { IsImage: false, Url: "https://app.example.test/evidence/42" or "https://jira.example.test/browse/SHOP-42" }, link.Url));
        Assert.Equal(3 + (2 * 9), parsed.Descendants<HeadingBlock>().Count());
        Assert.DoesNotContain("@everyone", string.Concat(parsed.Descendants<LiteralInline>().Select(literal => literal.ToString())), StringComparison.Ordinal);
    }
}
