using TicketExport.Samples.Quickstart.Sarif.Internal;

namespace TicketExport.Quickstart.Tests.Sarif.Internal;

public sealed class ContractTextTests
{
    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("exactly ten", 11, "exactly ten")]
    [InlineData("one two three", 8, "one two…")]
    [InlineData("ab👩‍👩‍👧cd", 6, "ab…")]
    [InlineData("aé́x", 3, "a…")]
    [InlineData(" a \r\n\t b\u0000c ", 10, "a b c")]
    [InlineData("", 5, "")]
    [InlineData(null, 5, null)]
    public void A_line_is_one_line_and_cut_between_characters(string? text, int maxLength, string? expected) =>
        Assert.Equal(expected, ContractText.Line(text, maxLength));

    [Theory]
    [InlineData("a\r\nb\rc\u0007", 10, "a\nb\nc")]
    [InlineData("\n\n a\tb \n", 10, "a\tb")]
    [InlineData("abc\n\ndef", 6, "abc…")]
    public void A_block_keeps_lines_and_loses_control_characters(string text, int maxLength, string expected) =>
        Assert.Equal(expected, ContractText.Block(text, maxLength));
}
