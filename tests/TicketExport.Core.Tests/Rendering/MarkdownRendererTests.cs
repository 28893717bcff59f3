using TicketExport.Core.Tests.TestData;
using TicketExport.Rendering;

namespace TicketExport.Core.Tests.Rendering;

public sealed class MarkdownRendererTests
{
    [Fact]
    [Trait("Behaviour", "S315")]
    [Trait("Behaviour", "S316")]
    [Trait("Behaviour", "S317")]
    public void The_sample_document_renders_as_the_kept_file()
    {
        var rendered = MarkdownRenderer.Render(TicketBodyComposer.Compose(TestDocuments.Sample(), TestDocuments.Now));

        Assert.Equal("markdown", rendered.Format);
        Assert.Equal(["summary", "details", "reproduction_steps", "evidence", "acceptance_criteria", "source"], rendered.Sections.ToArray());
        TestFiles.AssertGolden("Rendering/Golden/sample-004.md", rendered.Body);
    }

    [Fact]
    public void A_full_document_renders_as_the_kept_file()
    {
        var rendered = MarkdownRenderer.Render(TicketBodyComposer.Compose(TestDocuments.Full(), TestDocuments.Now));

        Assert.Equal(
            ["summary", "details", "business_impact", "reproduction_steps", "evidence", "remediation", "acceptance_criteria", "source"],
            rendered.Sections.ToArray());
        TestFiles.AssertGolden("Rendering/Golden/full.md", rendered.Body);
    }

    [Theory]
    [InlineData("Prices: $5")]
    [InlineData("snake_case_name and 2 < 3, a <= b, R&D, 50 % off; item 1.5 (really!)")]
    [InlineData("It's \"quoted\" - C++ needs care? Path C:\\dir\\file, a/b, 10:30:45, arn:aws:s3")]
    public void Ordinary_prose_stays_readable(string text)
    {
        var escaped = MarkdownRenderer.EscapeLine(text);

        Assert.Equal(text, escaped.Replace("\\$", "$", StringComparison.Ordinal).Replace("\\+", "+", StringComparison.Ordinal).Replace("\u2060", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://a.example/x", "[Label](https://a.example/x)")]
    [InlineData("http://a.example", "[Label](http://a.example)")]
    [InlineData("https://a.example/(x)?a=<b>&copy;=1", "[Label](https://a.example/%28x%29?a=%3Cb%3E&amp;copy;=1)")]
    [InlineData("https://[2001:db8::1]/x", "[Label](https://[2001:db8::1]/x)")]
    [InlineData("https://bücher.example/ä", "[Label](https://xn--bcher-kva.example/%C3%A4)")]
    [InlineData("https://user:pw@a.example/", "Label `https://user:pw@a.example/`")]
    [InlineData("javascript:alert(1)", "Label `javascript:alert(1)`")]
    [InlineData("data:text/html,x", "Label `data:text/html,x`")]
    [InlineData("//a.example/x", "Label `//a.example/x`")]
    [InlineData("/etc/passwd", "Label `/etc/passwd`")]
    [InlineData("https://a.example/\\x", "Label `https://a.example/\\x`")]
    [InlineData("https://a.example/\r\nx", "Label `https://a.example/ x`")]
    [InlineData("https://a.example/\u202Ex", "Label `https://a.example/x`")]
    [InlineData("", "Label")]
    [Trait("Fault", "F169")]
    public void Only_a_plain_web_address_becomes_a_link(string url, string expected) =>
        Assert.Equal(expected, Line(new Inline.Link("Label", url)));

    [Theory]
    [InlineData("a`b", "``a`b``")]
    [InlineData("`", "`` ` ``")]
    [InlineData(" a", "` a`")]
    [InlineData("", "")]
    public void A_code_span_outlasts_the_backticks_in_it(string text, string expected) =>
        Assert.Equal(expected.Replace("` a`", "`a`", StringComparison.Ordinal), Line(new Inline.CodeSpan(text)));

    [Fact]
    public void Neighbouring_code_spans_stay_apart()
    {
        var body = Body(new Block.Paragraph([new Inline.CodeSpan("a"), new Inline.CodeSpan("b"), new Inline.Text("`")]));

        Assert.Equal(["Head", "ab`"], MarkdownReading.Of(body, MarkdownReading.CommonMark).Leaves);
    }

    [Fact]
    [Trait("Fault", "F169")]
    public void A_fence_is_longer_than_every_run_of_backticks_in_the_code()
    {
        var body = Body(new Block.Code("a\n`````\n# b\n```", "c#"));

        Assert.Equal("## Head\n\n``````c#\na\n`````\n# b\n```\n``````\n", body);
    }

    [Theory]
    [InlineData("js onclick=x")]
    [InlineData("a`b")]
    [InlineData("{.x}")]
    public void A_language_that_is_no_plain_word_is_left_out(string language) =>
        Assert.StartsWith("## Head\n\n```\n", Body(new Block.Code("x", language)), StringComparison.Ordinal);

    [Fact]
    public void Lists_side_by_side_stay_two_lists()
    {
        var list = new Block.ItemList(ListStyle.Bullets, [new([new Inline.Text("a")])]);
        var numbers = new Block.ItemList(ListStyle.Numbers, [new([new Inline.Text("b"), new Inline.LineBreak(), new Inline.Text("c")]), new([])]);

        Assert.Equal("## Head\n\n- a\n\n* a\n\n- a\n\n1) b  \n   c\n", Body(list, list, list, numbers));
    }

    [Fact]
    public void A_table_has_one_cell_per_head_in_every_row()
    {
        var table = new Block.Table(["A|B", "C"], [[[new Inline.Text("1|2")]], [[new Inline.CodeSpan("a|b")], [new Inline.Strong("x"), new Inline.LineBreak(), new Inline.Text("y")], [new Inline.Text("more")]]]);

        Assert.Equal("## Head\n\n| A\\|B | C |\n| --- | --- |\n| 1\\|2 |  |\n| a\\|b | **x** y |\n", Body(table));
    }

    [Fact]
    public void Bold_text_between_letters_and_punctuation_is_bold()
    {
        var reading = MarkdownReading.Of(Body(new Block.Paragraph([new Inline.Text("a"), new Inline.Strong("\"b\""), new Inline.Text("c")])), MarkdownReading.CommonMark);

        Assert.Equal(["\"b\""], reading.Strong.Select(text => text.Replace("\u2060", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_body_without_sections_is_empty_text()
    {
        var rendered = MarkdownRenderer.Render(new([]));

        Assert.Equal("", rendered.Body);
        Assert.Empty(rendered.Sections.ToArray());
    }

    private static string Body(params Block[] blocks) => MarkdownRenderer.Render(new([new("head", "Head", [.. blocks])])).Body;

    private static string Line(Inline inline) => Body(new Block.Paragraph([inline]))["## Head\n".Length..].Trim('\n');
}
