using TicketExport.Contract;
using TicketExport.TestData;

namespace TicketExport.Rendering;

public sealed class TicketBodyComposerTests
{
    [Fact]
    public void Sections_stand_in_the_order_of_their_names_and_empty_ones_are_left_out()
    {
        var full = TicketBodyComposer.Compose(TestDocuments.Full(), TestDocuments.Now);
        var bare = TicketBodyComposer.Compose(
            TestDocuments.Full() with { Summary = " \n", BusinessImpact = "", ReproductionSteps = [" "], EvidenceLinks = [], RemediationSnippet = null, AcceptanceCriteria = [] },
            TestDocuments.Now);

        Assert.Equal(
            [
                SectionNames.Summary, SectionNames.Details, SectionNames.BusinessImpact, SectionNames.ReproductionSteps, SectionNames.Evidence,
                SectionNames.Remediation, SectionNames.AcceptanceCriteria, SectionNames.Source,
            ],
            full.Sections.Select(section => section.Name));
        Assert.Equal([SectionNames.Details, SectionNames.Source], bare.Sections.Select(section => section.Name));
    }

    [Fact]
    public void Blank_lines_split_paragraphs_and_single_line_breaks_stay()
    {
        var body = TicketBodyComposer.Compose(TestDocuments.Full() with { Summary = "a\r\nb\n \n\n\u2028c" }, TestDocuments.Now);

        var blocks = body.Sections[0].Blocks.Cast<Block.Paragraph>().ToList();
        Assert.Equal(2, blocks.Count);
        Assert.Equal([new Inline.Text("a"), new Inline.LineBreak(), new Inline.Text("b")], blocks[0].Content.ToArray());
        Assert.Equal([new Inline.Text("c")], blocks[1].Content.ToArray());
    }

    [Theory]
    [InlineData(-1, "1 link had expired and is left out.")]
    [InlineData(0, "1 link had expired and is left out.")]
    [InlineData(1, null)]
    public void An_expired_link_is_left_out_with_a_note(int seconds, string? note)
    {
        var link = new EvidenceLink { Label = "x", Url = "https://x.example", Type = "report", AttachmentAllowed = false, ExpiresAt = TestDocuments.Now.AddSeconds(seconds) };
        var body = TicketBodyComposer.Compose(TestDocuments.Full() with { EvidenceLinks = [link] }, TestDocuments.Now);

        var blocks = body.Sections.Single(section => section.Name == SectionNames.Evidence).Blocks;
        Assert.Equal(note is null, blocks[0] is Block.ItemList);
        Assert.Equal(note is null ? [] : new[] { note }, blocks.OfType<Block.Paragraph>().Select(block => ((Inline.Text)block.Content[0]).Value));
    }

    [Fact]
    public void Acceptance_criteria_are_tasks_that_say_how_to_verify_them()
    {
        var body = TicketBodyComposer.Compose(TestDocuments.Full(), TestDocuments.Now);

        var list = Assert.IsType<Block.ItemList>(body.Sections.Single(section => section.Name == SectionNames.AcceptanceCriteria).Blocks[0]);
        Assert.Equal(ListStyle.Tasks, list.Style);
        Assert.Equal(
            "Validation stays visible.|How to verify: Pay with the test card.|Reference: WCAG 3.3.1|Evidence required.",
            string.Concat(list.Items[0].Content.Select(inline => inline is Inline.Text(var value) ? value : "|")));
    }

    [Fact]
    public void Equal_documents_give_equal_text()
    {
        var first = MarkdownRenderer.Render(TicketBodyComposer.Compose(TestDocuments.Full(), TestDocuments.Now));
        var second = MarkdownRenderer.Render(TicketBodyComposer.Compose(TestDocuments.Full(), TestDocuments.Now));

        Assert.Equal(first.Body, second.Body);
    }
}
