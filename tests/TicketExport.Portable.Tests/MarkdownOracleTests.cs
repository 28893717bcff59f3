using System.Text.Json;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TicketExport.Contract;
using TicketExport.Core.Tests.Rendering;
using TicketExport.Core.Tests.Vectors;
using TicketExport.Redaction;
using TicketExport.Rendering;

namespace TicketExport.Portable;

/// <summary>What the readers that trackers use make of a Markdown file of hostile tickets.</summary>
public sealed class MarkdownOracleTests : IDisposable
{
    private const string Evidence = "https://app.example.test/evidence/42";

    private const string Ticket = "https://jira.example.test/browse/SHOP-42";

    // Gives of each text the headings, the addresses of links, and everything that must not be there.
    private const string Report = """
        const { join } = require('node:path');
        const modules = process.env.TICKETEXPORT_NODE_MODULES;
        const unescape = text => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&');
        function report(html) {
          const tags = [...html.matchAll(/<([a-zA-Z][a-zA-Z0-9]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g)];
          const allowed = new Set(['h1', 'h2', 'p', 'strong', 'ul', 'ol', 'li', 'code', 'pre', 'a', 'br', 'hr', 'input']);
          return {
            headings: tags.filter(tag => /^h[1-6]$/i.test(tag[1])).map(tag => tag[1].toLowerCase()),
            links: tags.filter(tag => tag[1] === 'a').map(tag => unescape((/href="([^"]*)"/.exec(tag[2]) || [])[1] || '')),
            foreign: tags.filter(tag => !allowed.has(tag[1].toLowerCase()) || /\son[a-z]+\s*=/i.test(tag[2]) || /src=/i.test(tag[2])).map(tag => tag[0]),
            mentions: unescape(html.replace(/<pre>[\s\S]*?<\/pre>|<code[^>]*>[\s\S]*?<\/code>/g, '').replace(/<[^>]*>/g, '')).match(/(^|[^\w.`])@[A-Za-z0-9_]/g) || [],
          };
        }
        const texts = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
        """;

    private const string MarkdownIt = Report + """

        const reader = require(join(modules, 'markdown-it'))({ html: true, linkify: true });
        process.stdout.write(JSON.stringify(texts.map(text => report(reader.render(text)))));
        """;

    private const string Marked = Report + """

        import(require('node:url').pathToFileURL(join(modules, 'marked', 'lib', 'marked.esm.js'))).then(({ marked }) =>
          process.stdout.write(JSON.stringify(texts.map(text => report(marked.parse(text, { gfm: true }))))));
        """;

    private readonly PortableFixture _fixture = new(redaction: RedactionMode.Off);

    public void Dispose() => _fixture.Dispose();

    [OracleFact("markdown-it")]
    [Trait("Fault", "F169")]
    [Trait("Fault", "F192")]
    public Task Markdown_it_finds_nothing_alive_in_a_file_of_hostile_tickets() => AssertInertAsync(MarkdownIt);

    [OracleFact("marked")]
    [Trait("Fault", "F169")]
    [Trait("Fault", "F192")]
    public Task Marked_finds_nothing_alive_in_a_file_of_hostile_tickets() => AssertInertAsync(Marked);

    [Fact]
    [Trait("Fault", "F192")]
    public async Task Markdig_finds_nothing_alive_in_a_file_of_hostile_tickets()
    {
        var pipeline = new MarkdownPipelineBuilder().UseAdvancedExtensions().UsePreciseSourceLocation().Build();
        foreach (var text in HostileTexts.All)
        {
            var parsed = Markdown.Parse(await TextAsync(text), pipeline);

            Assert.Empty(parsed.Descendants<HtmlBlock>());
            Assert.Empty(parsed.Descendants<HtmlInline>());
            Assert.Empty(parsed.Descendants<AutolinkInline>());
            Assert.Equal(Headings(text), parsed.Descendants<HeadingBlock>().Select(static heading => $"h{heading.Level}"));
            Assert.All(
                parsed.Descendants<LinkInline>().Where(static link => link.Parent?.ParentBlock is not HeadingBlock),
                link => Assert.True(!link.IsImage && link.Url is Evidence or Ticket, $"«{text}»: {link.Url}"));
        }
    }

    private async Task AssertInertAsync(string script)
    {
        var texts = HostileTexts.All;
        var files = new List<string>();
        foreach (var text in texts)
        {
            files.Add(await TextAsync(text));
        }

        using var answer = JsonDocument.Parse(NodeOracle.Run(script, JsonSerializer.Serialize(files)));
        var alive = answer.RootElement.EnumerateArray().Zip(texts, FindLife).OfType<string>().ToList();

        Assert.Equal(texts.Count, answer.RootElement.GetArrayLength());
        Assert.True(alive.Count == 0, $"{alive.Count} texts came alive:\n" + string.Join('\n', alive.Take(20)));
    }

    private static string? FindLife(JsonElement report, string text)
    {
        string[] Of(string name) => [.. report.GetProperty(name).EnumerateArray().Select(static value => value.GetString()!)];
        var headings = Of("headings");
        var foreign = Of("foreign").Concat(Of("mentions")).Concat(Of("links").Where(static link => link is not (Evidence or Ticket) && !IsDeadMail(link))).ToArray();
        return foreign.Length > 0 ? $"«{text}»: {string.Join(' ', foreign)}"
            : !headings.SequenceEqual(Headings(text)) ? $"«{text}»: headings {string.Join(' ', headings)}"
            : null;
    }

    // linkify takes an e-mail address for a link although a word joiner stands in it; the joiner makes it one that leads nowhere.
    private static bool IsDeadMail(string link) => link.StartsWith("mailto:", StringComparison.Ordinal) && link.Contains("@xn--", StringComparison.Ordinal);

    // One of level 1, and a section for each field that has content and for the block.
    private static IEnumerable<string> Headings(string text)
    {
        var body = TicketBodyComposer.Compose(Document(text), PortableTickets.Now);
        return ["h1", .. body.Sections.Select(static _ => "h2"), "h2"];
    }

    private Task<string> TextAsync(string text) => _fixture.TextAsync(PortableFormat.Markdown, PortableTickets.One() with { Document = Document(text) });

    private static TicketExportDocument Document(string text)
    {
        var document = PortableTickets.One(text).Document;
        return document with
        {
            Labels = [text, text],
            Source = document.Source with { Type = text, RecordId = text, ReportId = text, Fingerprint = text, RelatedIssueIds = [text] },
        };
    }
}
