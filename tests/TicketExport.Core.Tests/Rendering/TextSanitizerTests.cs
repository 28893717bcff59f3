namespace TicketExport.Rendering;

public sealed class TextSanitizerTests
{
    [Theory]
    [Trait("Fault", "F174")]
    [InlineData("a\0b\u0001\u001B[31m\u007F\u009B", "ab[31m")]
    [InlineData("a\r\nb\rc\nd", "a\nb\nc\nd")]
    [InlineData("a\u2028b\u2029c\u0085d\ve\ff", "a\nb\nc\nd\ne\nf")]
    [InlineData("a\tb", "a\tb")]
    [InlineData("\u202Aa\u202Bb\u202Cc\u202Dd\u202Ee\u2066f\u2067g\u2068h\u2069i\u200E\u200F\u061Cj", "abcdefghij")]
    [InlineData("pass\u200Bword\uFEFF\u2060\u00AD\u180E\u2063", "password")]
    [InlineData("tag\U000E0041\U000E0042\U000E007Fged", "tagged")]
    [InlineData("a\u200Db\u200Cc", "abc")]
    [InlineData("\u200D\u200Cstart", "start")]
    public void Hidden_characters_are_removed_and_line_breaks_made_one_kind(string text, string expected) =>
        Assert.Equal(expected, TextSanitizer.Clean(text));

    [Theory]
    [Trait("Fault", "F184")]
    [InlineData("👩\u200D👩\u200D👧")]
    [InlineData("می\u200Cخواهم")]
    [InlineData("क्\u200Dष")]
    [InlineData("日本語 Ελληνικά naïve e\u0301 🏳\uFE0F")]
    public void Letters_and_emoji_of_every_script_stay(string text) => Assert.Equal(text, TextSanitizer.Clean(text));

    [Theory]
    [Trait("Fault", "F175")]
    [InlineData(new[] { 'a', '\uD800' }, "a\uFFFD")]
    [InlineData(new[] { '\uDC00', '\uD83D', '\uDE00', '\uD83D', 'b' }, "\uFFFD😀\uFFFDb")]
    public void A_lone_surrogate_becomes_the_replacement_character(char[] text, string expected) =>
        Assert.Equal(expected, TextSanitizer.Clean(new string(text)));

    [Fact]
    public void Clean_text_is_given_back_as_it_is()
    {
        const string text = "Nothing to do: naïve – “quoted” 😀?";
        Assert.Same("plain\ntext", TextSanitizer.Clean("plain\ntext"));
        Assert.Equal(text, TextSanitizer.Clean(text));
        Assert.Equal("", TextSanitizer.Clean(null));
    }

    [Fact]
    public void Cleaning_twice_changes_nothing_more()
    {
        foreach (var text in HostileTexts.All)
        {
            var once = TextSanitizer.Clean(text);
            Assert.Equal(once, TextSanitizer.Clean(once));
        }
    }
}
