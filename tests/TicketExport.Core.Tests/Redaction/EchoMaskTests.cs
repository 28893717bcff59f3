using TicketExport.Redaction.Internal;

namespace TicketExport.Core.Tests.Redaction;

public sealed class EchoMaskTests
{
    [Theory]
    [InlineData("the order of 2026-03-01 failed", "the # failed")]
    [InlineData("ORDER OF 2026-03-01", "#")]
    [InlineData("cut off: order of 2026", "cut off: #")]
    [InlineData("too short: order of", "too short: order of")]
    [InlineData("order of 2026-03-01, order of 2026-03-01", "#, #")]
    [InlineData("key ab7, AB7", "key #, #")]
    [InlineData("", "")]
    public void A_passage_counts_from_the_window_on_and_a_short_original_as_a_whole(string text, string expected) =>
        Assert.Equal(expected, EchoMask.Mask(text, ["order of 2026-03-01", "ab7", ""], 12, "#"));

    [Fact]
    public void Originals_that_meet_become_one_label() =>
        Assert.Equal("<#>", EchoMask.Mask("<first secret second secret>", ["first secret ", "second secret"], 12, "#"));

    [Fact]
    public void A_text_without_an_echo_is_the_very_same() =>
        Assert.Same("Nothing here.", EchoMask.Mask("Nothing here.", ["order of 2026-03-01", "ab7"], 12, "#"));
}
