using TicketExport.Core.Tests.TestData;
using TicketExport.Rendering;

namespace TicketExport.Core.Tests.Rendering;

public sealed class JiraWikiRendererTests
{
    [Fact]
    public void The_sample_document_renders_as_the_kept_file() =>
        TestFiles.AssertGolden("Rendering/Golden/sample-004.jira.txt", Render(TicketBodyComposer.Compose(TestDocuments.Sample(), TestDocuments.Now)));

    [Fact]
    public void A_full_document_renders_as_the_kept_file() =>
        TestFiles.AssertGolden("Rendering/Golden/full.jira.txt", Render(TicketBodyComposer.Compose(TestDocuments.Full(), TestDocuments.Now)));

    [Theory]
    [InlineData("[~admin]", @"\[°\~admin\]")]
    [InlineData("!a.png!", @"\!a.png\!")]
    [InlineData("{code}", @"\{°code\}")]
    [InlineData("{html}<b>", @"\{°html\}<b>")]
    [InlineData("*a* _b_ -c- +d+ ^e^ ~f~ ??g??", @"\*a\* \_b\_ \-c\- \+d\+ \^e\^ \~f\~ \?\?g\?\?")]
    [InlineData("a|b", @"a\|b")]
    [InlineData("https://evil.example", "https:°//evil.example")]
    [InlineData("mailto:a@b.example", "mailto:°a@b.example")]
    [InlineData("www.evil.example", "www°.evil.example")]
    [InlineData("----", @"\-\-\-\-")]
    [InlineData("# a", @"\# a")]
    [InlineData("- a", @"\- a")]
    [InlineData("h1. a", "°h1. a")]
    [InlineData("bq. a", "°bq. a")]
    [InlineData(@"\*a*", @"\°\*a\*")]
    [InlineData(@"a\\b", @"a\°\b")]
    [InlineData("(x) :) :D", @"\(x) :°) :°D")]
    [InlineData("&lt;b>", "&°lt;b>")]
    [Trait("Fault", "F170")]
    [Trait("Fault", "F171")]
    public void Markup_in_text_is_escaped(string text, string expected) =>
        Assert.Equal(expected.Replace('°', '\u2060'), Line(new Inline.Text(text)));

    [Theory]
    [InlineData("snake_case_name and well-known 2 < 3, R&D (really!) 50 % off; item 1.5")]
    [InlineData("Path C:\\dir\\file, a/b, 10:30:45, arn:aws:s3, a@b.example, ABC-123, #12")]
    public void Ordinary_prose_stays_as_it_is(string text) => Assert.Equal(text.Replace("!)", "\\!)", StringComparison.Ordinal), Line(new Inline.Text(text)));

    [Theory]
    [InlineData("Label", "https://a.example/x", "[Label|https://a.example/x]")]
    [InlineData("", "https://a.example/x", "[https://a.example/x]")]
    [InlineData("a|b", "https://a.example/x", "a\\|b [https://a.example/x]")]
    [InlineData("h1. a", "https://a.example/x", "[\u2060h1. a|https://a.example/x]")]
    [InlineData("Label", "https://a.example/x?a=[1]|2", "[Label|https://a.example/x?a=%5B1%5D%7C2]")]
    [InlineData("Label", "https://[2001:db8::1]/x", "Label {{https:\u2060//\\[\u20602001:db8::1\\]/x}}")]
    [InlineData("Label", "javascript:alert(1)", "Label {{javascript:alert(1)}}")]
    [InlineData("Label", "", "Label")]
    [Trait("Fault", "F170")]
    public void Only_a_plain_web_address_becomes_a_link(string label, string url, string expected) => Assert.Equal(expected, Line(new Inline.Link(label, url)));

    [Theory]
    [InlineData("a", null, "{noformat}\na\n{noformat}")]
    [InlineData("a", "json", "{code:json}\na\n{code}")]
    [InlineData("a", "brainfuck", "{noformat}\na\n{noformat}")]
    [InlineData("{noformat}", null, "{code:none}\n{noformat}\n{code}")]
    [InlineData("{code}", "json", "{noformat}\n{code}\n{noformat}")]
    [InlineData("{Code:x}{NoFormat}", "json", "{code:json}\n{\u2060code:x}{NoFormat}\n{code}")]
    [Trait("Fault", "F170")]
    public void Code_cannot_end_its_own_block(string text, string? language, string expected) =>
        Assert.Equal(expected, Text(new Block.Code(text, language)));

    [Fact]
    public void Names_and_code_beside_letters_stand_in_braces() =>
        Assert.Equal("a{*}b{*}c{{{}d{}}} {{e}}, {{\u2060code}}", Text(new Block.Paragraph(
        [
            new Inline.Text("a"), new Inline.Strong("b"), new Inline.Text("c"), new Inline.CodeSpan("d"), new Inline.Text(" "),
            new Inline.CodeSpan("e"), new Inline.Text(", "), new Inline.CodeSpan("code"),
        ])));

    [Fact]
    public void Lists_and_tables_keep_to_one_line_each()
    {
        var item = new ListItem([new Inline.Text("a\nb")]);
        var table = new Block.Table(["A|B", "C"], [[[new Inline.Text("1|2")]], [[], [new Inline.Text("x\ny")], [new Inline.Text("more")]]]);

        Assert.Equal("# a \\\\ b\n# a \\\\ b", Text(new Block.ItemList(ListStyle.Numbers, [item, new([]), item])));
        Assert.Equal("* \u2610 a \\\\ b", Text(new Block.ItemList(ListStyle.Tasks, [item])));
        Assert.Equal("|| A\u2223B || C ||\n| 1\u22232 | |\n| | x \\\\ y |", Text(table));
    }

    [Fact]
    public void The_marker_is_the_last_line_and_cannot_be_a_comment()
    {
        Assert.Equal("a\n\nticketexport:v1 fp=0123\n", Render(TicketBody.FromText("a"), new() { Marker = BodyMarker.Line("ticketexport:v1 fp=0123") }));
        Assert.Throws<ArgumentException>(() => Render(TicketBody.FromText("a"), new() { Marker = BodyMarker.Comment("x") }));
    }

    private static string Render(TicketBody body, RenderOptions? options = null) => JiraWikiRenderer.Render(body, options ?? RenderOptions.Default).Text;

    private static string Text(Block block) => Render(new([new("a", "", [block])])).TrimEnd('\n');

    private static string Line(Inline inline) => Text(new Block.Paragraph([inline]));
}
