using System.Text.RegularExpressions;
using CsCheck;
using Markdig;
using TicketExport.Core.Tests.TestData;
using TicketExport.Rendering;

namespace TicketExport.Core.Tests.Rendering;

public sealed partial class HostileTextTests
{
    private const string Evidence = "https://evidence.example.test/a?b=1&c=2";

    private static readonly string[] Pieces =
    [
        .. "*_`~[]()<>!#&;:|$^=+-\"'\\{}/@%. \t\n\r19aXi".Select(character => character.ToString()),
        "https://", "www.", "a.b", "mailto:", "@u", "#1", "GH-1", "```", "&lt;", "<!--", "-->", "\n\n", "---", "===", "[x]", "1. ", "\u200B", "\u202E", "\u2028", "\u00A0", "é", "😀", "\u3000",
    ];

    private static readonly string[] Headings =
        ["Summary", "Details", "Business impact", "Steps to reproduce", "Evidence", "Remediation", "Acceptance criteria", "Source"];

    private static readonly string[] Names =
        ["Severity", "Priority", "Category", "Affected URL", "Assignee", "Labels", "Related issues", "Type", "Record", "Title", "Status", "Report", "Fingerprint", "Existing ticket"];

    [Fact]
    [Trait("Fault", "F169")]
    [Trait("Fault", "F171")]
    public void Hostile_text_in_every_field_stays_text()
    {
        Assert.True(HostileTexts.All.Count >= 500);
        foreach (var text in HostileTexts.All)
        {
            AssertInert(text);
        }
    }

    [Fact]
    [Trait("Fault", "F169")]
    [Trait("Fault", "F171")]
    public void Random_text_of_markup_characters_stays_text() =>
        Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index])
            .Array[0, 24].Select(string.Concat)
            .Sample(AssertInert, iter: 4_000);

    [Fact]
    [Trait("Fault", "F169")]
    public void Code_at_the_start_of_a_line_never_opens_a_block() => AssertInert("[x]> mailto:---{#1\\*9```a.b)[x]1<!--\u202e$}@u");

    [Fact]
    [Trait("Fault", "F169")]
    public void Hostile_text_in_a_table_stays_in_its_cell()
    {
        foreach (var text in HostileTexts.All)
        {
            var body = new TicketBody([new("summary", "Summary",
            [
                new Block.Table(["A", "B"], [[[new Inline.Text(text)], [new Inline.CodeSpan(text), new Inline.Text(" end")]]]),
            ])]);
            var reading = MarkdownReading.Of(MarkdownRenderer.Render(body).Body, MarkdownReading.Advanced);
            var leaves = reading.Leaves.Where(leaf => leaf.Length > 0).ToList();

            Assert.Equal(["Summary", "A", "B"], leaves.Take(3));
            Assert.EndsWith("end", leaves[^1], StringComparison.Ordinal);
            Assert.InRange(leaves.Count, 4, 5);
            AssertProse(text, reading);
        }
    }

    private static void AssertInert(string text)
    {
        var body = TicketBodyComposer.Compose(TestDocuments.Hostile(text), TestDocuments.Now);
        var markdown = MarkdownRenderer.Render(body).Body;
        var expected = VisibleText.Leaves(body);
        foreach (var pipeline in new[] { MarkdownReading.CommonMark, MarkdownReading.Advanced })
        {
            try
            {
                AssertReading(text, markdown, expected, pipeline);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"The text «{text}» came alive in:\n{markdown}", e);
            }
        }
    }

    private static void AssertReading(string text, string markdown, List<string> expected, MarkdownPipeline pipeline)
    {
        var reading = MarkdownReading.Of(markdown, pipeline);
        var tasks = pipeline == MarkdownReading.Advanced;
        Assert.Equal(tasks && HasVisible(text) ? 1 : 0, reading.Tasks);
        Assert.Equal(expected, reading.Leaves);
        Assert.All(reading.Headings, heading => Assert.Contains(heading, Headings));
        Assert.All(reading.Strong, name => Assert.Contains(name, Names));
        Assert.All(reading.Links, link => Assert.True(link == Evidence || LinkAddress.TryCreate(text, out _)));
        AssertProse(text, reading);
        Assert.DoesNotMatch(QuickAction(), WithoutCode(markdown));
        Assert.EndsWith("\n", markdown, StringComparison.Ordinal);
        Assert.False(markdown.EndsWith("\n\n", StringComparison.Ordinal));
    }

    private static void AssertProse(string text, MarkdownReading reading) =>
        Assert.All(reading.Prose, prose => Assert.False(Live().IsMatch(prose), $"«{text}» leaves «{prose}»"));

    private static string WithoutCode(string markdown)
    {
        var start = markdown.IndexOf("## Remediation", StringComparison.Ordinal);
        return start < 0 ? markdown : markdown[..start] + markdown[markdown.IndexOf("## Acceptance", StringComparison.Ordinal)..];
    }

    private static bool HasVisible(string text) => !string.IsNullOrWhiteSpace(TextSanitizer.Clean(text));

    [GeneratedRegex(@"@[\w-]|[#!]\d|(?<!\w)GH-\d|[A-Za-z]://|www\.|mailto:\S|(?<!\w)[~%][\w""]|\[\[|\[TOC\]|\[_", RegexOptions.IgnoreCase)]
    private static partial Regex Live();

    [GeneratedRegex(@"^\s*/[A-Za-z]", RegexOptions.Multiline)]
    private static partial Regex QuickAction();
}
