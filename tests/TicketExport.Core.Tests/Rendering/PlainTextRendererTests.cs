using TicketExport.Core.Tests.TestData;
using TicketExport.Rendering;

namespace TicketExport.Core.Tests.Rendering;

public sealed class PlainTextRendererTests
{
    [Fact]
    public void A_full_document_renders_as_the_kept_file() =>
        TestFiles.AssertGolden(
            "Rendering/Golden/full.txt",
            PlainTextRenderer.Render(TicketBodyComposer.Compose(TestDocuments.Full(), TestDocuments.Now), new() { Marker = BodyMarker.Line("ticketexport:v1 fp=0123") }).Text);

    [Theory]
    [InlineData("cc @user and @[Name](id)", "cc @°user and @°[Name](id)")]
    [InlineData("write to a@b.example", "write to a@b.example")]
    [InlineData("/close", "°/close")]
    [InlineData("/ or a/close", "/ or a/close")]
    [InlineData("[code]<b>x</b>[/code]", "[°code]<b>x</b>[°/code]")]
    [InlineData("see https://a.example/[code", "see https://a.example/[code")]
    [Trait("Fault", "F171")]
    public void What_a_tracker_obeys_in_plain_text_is_parted(string text, string expected) =>
        Assert.Equal(expected.Replace('°', '\u2060') + "\n", PlainTextRenderer.Render(TicketBody.FromText(text), RenderOptions.Default).Text);

    [Fact]
    public void A_table_is_a_line_per_row()
    {
        var table = new Block.Table(["A", "B"], [[[new Inline.Text("1")], [new Inline.Link("l", "https://a.example")]], [[new Inline.Text("x\ny")]]]);

        Assert.Equal("A | B\n1 | l (https://a.example)\nx y | \n", PlainTextRenderer.Render(new([new("a", "", [table])]), RenderOptions.Default).Text);
    }

    [Theory]
    [InlineData("A title\r\nof two lines", 255, TextUnit.Utf16, "A title of two lines")]
    [InlineData("one two three", 9, TextUnit.Utf16, "one two\u2026")]
    [InlineData("onetwothree", 5, TextUnit.Utf16, "onet\u2026")]
    [InlineData("😀😀😀", 5, TextUnit.Utf16, "😀😀\u2026")]
    [InlineData("😀😀😀", 3, TextUnit.CodePoints, "😀😀😀")]
    [InlineData("ééé", 5, TextUnit.Utf8Bytes, "é\u2026")]
    [InlineData("👩\u200D👩\u200D👧👩\u200D👩\u200D👧", 12, TextUnit.Utf16, "👩\u200D👩\u200D👧\u2026")]
    [InlineData("👩\u200D👩\u200D👧", 4, TextUnit.Utf16, "")]
    [Trait("Fault", "F172")]
    [Trait("Fault", "F184")]
    public void A_title_is_one_line_within_the_limit(string text, int length, TextUnit unit, string expected) =>
        Assert.Equal(expected, PlainTextRenderer.RenderLine(text, new(length, unit)));
}
