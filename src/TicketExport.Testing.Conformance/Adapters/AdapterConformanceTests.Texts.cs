using System.Text;
using TicketExport.Providers;
using TicketExport.Rendering;
using Xunit;

namespace TicketExport.Testing.Conformance.Adapters;

public abstract partial class AdapterConformanceTests
{
    private const string LongUnit = "e\u0301\U0001D4B3 word ";

    [Fact]
    public async Task A_title_over_the_limit_is_cut_at_a_whole_character()
    {
        if (!Applies() || Sheet.Limits.Title is not { } limit)
        {
            return;
        }

        for (var shift = 0; shift < LongUnit.Length; shift++)
        {
            var title = new string('x', shift) + Repeated(limit.Length + 50);
            var ticket = Fixture.TicketOf(await CreatedAsync(AdapterDocuments.Of($"finding-{shift}") with { Title = title }));
            AssertFits(ticket.Title, limit);
        }
    }

    [Fact]
    public async Task A_title_at_the_limit_arrives_whole()
    {
        if (!Applies() || Sheet.Limits.Title is not { } limit)
        {
            return;
        }

        var title = string.Concat(Enumerable.Repeat("word ", limit.Length))[..(limit.Length - 1)] + "x";

        Assert.Equal(title, Fixture.TicketOf(await CreatedAsync(AdapterDocuments.Of() with { Title = title })).Title);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_cut_and_keeps_its_marker()
    {
        if (!Applies() || Sheet.Limits.Body is not { } limit)
        {
            return;
        }

        for (var shift = 0; shift < 3; shift++)
        {
            var document = AdapterDocuments.Of($"finding-{shift}") with { Summary = new string('x', shift) + Repeated(limit.Length + 1000) };
            var ticket = Fixture.TicketOf(await CreatedAsync(document));
            AssertFits(ticket.Body, limit);
            Assert.True(
                Fixture.CarriesMarker(Tracker.Exchanges.Last(static exchange => exchange.Kind == FakeTrackerCallKind.Create).Request, (await Host.RequestAsync(document)).Keys),
                "Cutting the body cut the marker away.");
        }
    }

    [Fact]
    public async Task A_comment_over_the_limit_is_cut()
    {
        if (!Requires<ICommentProvider>(out _) || Sheet.Limits.Comment is not { } limit)
        {
            return;
        }

        var ticket = await CreatedAsync();

        Assert.IsType<CommentOutcome.Posted>(await Host.CommentAsync(ticket, Repeated(limit.Length + 1000)));

        var comment = Assert.Single(Fixture.TicketOf(ticket).Comments).Text;
        AssertFits(comment, limit);
    }

    [Fact]
    public async Task Labels_of_every_kind_are_fitted_to_the_tracker()
    {
        if (!Applies())
        {
            return;
        }

        var longest = Sheet.Limits.Label?.Length ?? 100;
        string[] labels = ["plain", "with space", "UPPER", "upper", "a,b;c", "\U0001F41B bug", " ", "", new string('l', longest + 40) + "1", new string('l', longest + 40) + "2"];

        var ticket = Fixture.TicketOf(await CreatedAsync(AdapterDocuments.Of() with { Labels = [.. labels, .. Enumerable.Range(0, 150).Select(static n => $"label-{n}")] }));

        Assert.Contains("plain", ticket.Labels);
        Assert.All(ticket.Labels, label =>
        {
            Assert.False(string.IsNullOrWhiteSpace(label), "A label is empty.");
            Assert.True(Sheet.Limits.Label?.Allows(label) != false, "A label is too long.");
            AssertWellFormed(label);
        });
        Assert.Equal(ticket.Labels.Length, ticket.Labels.Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(ticket.Labels.Length, 1, Sheet.Limits.Labels ?? int.MaxValue);
    }

    [Fact]
    public async Task Hostile_text_is_inert_in_title_and_body()
    {
        foreach (var (text, n) in HostileTexts.Select(static (text, n) => (text, n)))
        {
            var document = AdapterDocuments.Of($"finding-{n}");
            document = document with
            {
                Title = $"Hostile {text}",
                Summary = $"{text}\n{text} and {text}",
                BusinessImpact = text,
                ReproductionSteps = [text],
                Source = document.Source with { Title = text, Category = text },
            };

            var ticket = Fixture.TicketOf(await CreatedAsync(document));

            AssertWellFormed(ticket.Title);
            AssertInert(ticket.Body, Fixture.LiveMarkup);
        }
    }

    [Fact]
    public async Task Hostile_text_is_inert_in_a_comment()
    {
        if (!Requires<ICommentProvider>(out _))
        {
            return;
        }

        foreach (var (text, n) in HostileTexts.Select(static (text, n) => (text, n)))
        {
            var ticket = await CreatedAsync(AdapterDocuments.Of($"finding-{n}"));
            Assert.IsType<CommentOutcome.Posted>(await Host.CommentAsync(ticket, $"{text}\n{text} and {text}"));
            AssertInert(Assert.Single(Fixture.TicketOf(ticket).Comments).Text, Fixture.LiveCommentMarkup);
        }
    }

    private IEnumerable<string> HostileTexts =>
    [
        .. Fixture.LiveMarkup.Concat(Fixture.LiveCommentMarkup).Distinct().Select(static live => $"before {live} after"),
        "@hostile-user <!-- hostile --> [x](javascript:alert(1)) ![y](https://hostile.example.test/plain) <script>alert(1)</script>",
        "/close\n/label ~hostile\n# hostile heading\n> quote\n| a | b |\n|---|---|\n```\n/close\n```",
        "{code}h1. [~hostile]{code} {html}<b>{html} !https://hostile.example.test/x.png! [x|javascript:alert(1)]",
        "bidi \u202E\u2066 zero \u200B\uFEFF tag \U000E0041 end",
        "nul \0 bell \a lone \uD83D surrogate \uDC1B end",
        new string('[', 10_000),
    ];

    private static void AssertInert(string text, IEnumerable<string> live)
    {
        AssertWellFormed(text);
        Assert.All(live, markup => Assert.DoesNotContain(markup, text, StringComparison.OrdinalIgnoreCase));
    }

    // What is cut keeps most of what there is room for, and ends between two characters.
    private static void AssertFits(string text, TextLimit limit)
    {
        Assert.InRange(limit.Measure(text), limit.Length / 2, limit.Length);
        AssertWellFormed(text);
        Assert.False(text.TrimEnd('.', '\u2026', ' ').EndsWith('e'), "The text ends inside a character.");
    }

    private static void AssertWellFormed(string text)
    {
        Assert.False(HasLoneSurrogate(text), "The text holds half a character.");
        Assert.False(text.AsSpan().IndexOfAny("\0\a\u202E\u2066") >= 0, "The text holds a control character or a direction override.");
        Assert.False(text.Length > 0 && text[0] is >= '\u0300' and <= '\u036F', "The text begins inside a character.");
    }

    private static bool HasLoneSurrogate(string text)
    {
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return true;
            }

            rest = rest[length..];
        }

        return false;
    }

    private static string Repeated(int length) => string.Concat(Enumerable.Repeat(LongUnit, (length / LongUnit.Length) + 1));
}
