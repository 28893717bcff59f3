using System.Diagnostics;
using CsCheck;
using TicketExport.Core.Tests.TestData;
using TicketExport.Rendering;

namespace TicketExport.Core.Tests.Rendering;

public sealed class BodyLimitTests
{
    private const string Marker = "ticketexport:v1 fp=0123456789abcdef";

    private const string FullText = "https://host.example/findings/42";

    /// <summary>Rendering N characters under a limit may cost this many times a plain sum over them; quadratic work costs 1,000 times more than that.</summary>
    private const int MostTimesALinearScan = 5_000;

    private static readonly Dictionary<string, Func<TicketBody, RenderOptions, RenderResult>> Renderers = new()
    {
        [MarkdownRenderer.Format] = MarkdownRenderer.Render,
        [AdfRenderer.Format] = AdfRenderer.Render,
        [JiraWikiRenderer.Format] = JiraWikiRenderer.Render,
        [PlainTextRenderer.Format] = PlainTextRenderer.Render,
    };

    public static TheoryData<string> Formats => [.. Renderers.Keys];

    public static TheoryData<string, string> FormatsAndUnits
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var format in Renderers.Keys)
            {
                foreach (var unit in new[] { "[", "\\", "{", "@a", "&a", "`", "!a!", "a:b ", "\n", "https://a.b ", "é\u0301", "😀" })
                {
                    data.Add(format, unit);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    [Trait("Fault", "F172")]
    public void Every_cut_keeps_the_limit_the_note_and_the_marker(string format) =>
        Gen.Select(HostileTexts.Random, Gen.Int[900, 6_000], Gen.Int[1, 3]).Sample(
            (text, length, unit) =>
            {
                var limit = new TextLimit(length, (TextUnit)unit);
                var result = Renderers[format](Body(text), new() { Limit = limit, FullTextUrl = FullText, Marker = BodyMarker.Line(Marker) });

                Assert.True(limit.Allows(result.Text));
                Assert.Contains(Marker, result.Text, StringComparison.Ordinal);
                Assert.Equal(result.IsCut, result.Text.Contains(FullText, StringComparison.Ordinal));
                AssertReadable(format, result.Text);
            },
            iter: 150);

    [Theory]
    [MemberData(nameof(Formats))]
    [Trait("Fault", "F172")]
    public void A_body_is_cut_only_where_it_must_be(string format)
    {
        var body = TicketBodyComposer.Compose(TestDocuments.Full(), TestDocuments.Now);
        var whole = Renderers[format](body, RenderOptions.Default);
        var exact = Renderers[format](body, new() { Limit = new(whole.Text.Length, TextUnit.Utf16) });
        var cut = Renderers[format](body, new() { Limit = new(whole.Text.Length - 1, TextUnit.Utf16) });

        Assert.Equal((whole.Text, false), (exact.Text, exact.IsCut));
        Assert.Equal(format, whole.Format);
        Assert.True(cut.IsCut);
        Assert.Contains("The rest is left out", cut.Text, StringComparison.Ordinal);
        Assert.True(cut.Text.Length > whole.Text.Length * 3 / 4);
        Assert.Equal(whole.Sections.ToArray()[..cut.Sections.Length], cut.Sections.ToArray());
    }

    [Theory]
    [MemberData(nameof(Formats))]
    [Trait("Fault", "F172")]
    public void Where_nothing_else_fits_the_marker_stays(string format)
    {
        var options = new RenderOptions { Marker = BodyMarker.Line(Marker) };
        var smallest = Renderers[format](new([]), options).Text.Length;

        var bare = Renderers[format](Body("long text"), options with { Limit = new(smallest, TextUnit.Utf16) });
        var exception = Assert.Throws<ArgumentException>(() => Renderers[format](Body("long text"), options with { Limit = new(smallest - 1, TextUnit.Utf16) }));

        Assert.Equal((smallest, true), (bare.Text.Length, bare.IsCut));
        Assert.Contains(Marker, bare.Text, StringComparison.Ordinal);
        Assert.Contains("RenderOptions.Limit", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(FormatsAndUnits))]
    [Trait("Fault", "F173")]
    public void A_megabyte_of_one_sign_is_cut_in_linear_time(string format, string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));
        var options = new RenderOptions { Limit = new(30_000, TextUnit.Utf16), Marker = BodyMarker.Line(Marker) };
        var body = new TicketBody([new("a", "Head", [new Block.Paragraph([new Inline.Text(text)]), new Block.Code(text)])]);
        Renderers[format](TicketBody.FromText(text[..1_000]), options);
        Time(() => Sum(text));
        var linear = Time(() => Sum(text));

        RenderResult? result = null;
        var rendering = Time(() => result = Renderers[format](body, options));

        Assert.InRange(result!.Text.Length, 1, 30_000);
        Assert.Contains(Marker, result.Text, StringComparison.Ordinal);
        Assert.True(rendering < linear * MostTimesALinearScan, $"{rendering / linear} times a linear scan");
    }

    [Fact]
    [Trait("Fault", "F172")]
    public void Links_names_code_and_rows_are_kept_whole_or_left_out()
    {
        var body = new TicketBody([new("a", "",
        [
            new Block.Table(["A"], [[[new Inline.Text("first")]], [[new Inline.Text("second")]]]),
            new Block.Paragraph([new Inline.Link("a label", "https://a.example/path"), new Inline.CodeSpan("some code"), new Inline.Strong("a name")]),
        ])]);
        var whole = MarkdownRenderer.Render(body, RenderOptions.Default).Text.Length;

        for (var length = 90; length < whole + 90; length++)
        {
            var text = MarkdownRenderer.Render(body, new() { Limit = new(length, TextUnit.Utf16) }).Text;
            var reading = MarkdownReading.Of(text, MarkdownReading.Advanced);

            Assert.All(reading.Links, link => Assert.Equal("https://a.example/path", link));
            Assert.All(reading.Leaves, leaf => Assert.Contains(leaf, new HashSet<string>
            {
                "A", "first", "second", "a label", "a labelsome code", "a labelsome codea name", new RenderOptions().CutNote,
            }));
        }
    }

    [Fact]
    public void A_limit_counts_in_its_unit()
    {
        Assert.Equal(5, new TextLimit(1, TextUnit.Utf16).Measure("aé😀\uD83D"));
        Assert.Equal(4, new TextLimit(1, TextUnit.CodePoints).Measure("aé😀\uD83D"));
        Assert.Equal(7, new TextLimit(1, TextUnit.Utf8Bytes).Measure("aé😀"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextLimit(0, TextUnit.Utf16));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextLimit(1, TextUnit.Unknown));
    }

    [Theory]
    [InlineData("ticketexport:v1 fp=0123-abcd op=a_b", true)]
    [InlineData("a -->", false)]
    [InlineData("a--b", false)]
    [InlineData("-a", false)]
    [InlineData("a_", false)]
    [InlineData(" a", false)]
    [InlineData("é", false)]
    [InlineData("a`b", false)]
    [InlineData("", false)]
    [Trait("Fault", "F169")]
    public void A_marker_holds_only_what_every_markup_leaves_alone(string text, bool isAllowed)
    {
        var exception = Record.Exception(() => (BodyMarker.Line(text), BodyMarker.Comment(text)));

        Assert.Equal(isAllowed, exception is null);
        Assert.True(exception is null or ArgumentException);
    }

    private static TicketBody Body(string text) => TicketBodyComposer.Compose(TestDocuments.Hostile(text + " and some more of it"), TestDocuments.Now);

    private static void AssertReadable(string format, string text)
    {
        if (format == AdfRenderer.Format)
        {
            Assert.Contains(Marker, AdfReading.Of(text).Leaves[^1], StringComparison.Ordinal);
        }
        else if (format == MarkdownRenderer.Format)
        {
            Assert.Equal(Marker, MarkdownReading.Of(text, MarkdownReading.Advanced).Leaves[^1]);
        }
        else
        {
            Assert.EndsWith("\n" + Marker + "\n", text, StringComparison.Ordinal);
        }
    }

    private static TimeSpan Time(Action action)
    {
        var started = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(started);
    }

    private static int Sum(string text)
    {
        var sum = 0;
        foreach (var character in text)
        {
            sum = unchecked((sum * 31) + character);
        }

        return sum;
    }
}
