namespace TicketExport.Portable.Internal;

public sealed class PortableFileNameTests
{
    [Theory]
    [Trait("Fault", "F182")]
    [InlineData("findings", "findings.json")]
    [InlineData("findings.json", "findings.json")]
    [InlineData("findings.JSON", "findings.json")]
    [InlineData("../../etc/passwd", "etc-passwd.json")]
    [InlineData("..\\..\\windows\\system32", "windows-system32.json")]
    [InlineData("/absolute", "absolute.json")]
    [InlineData("C:\\x", "C-x.json")]
    [InlineData("a\0b\r\nc", "a-b-c.json")]
    [InlineData("a:b*c?d\"e<f>g|h", "a-b-c-d-e-f-g-h.json")]
    [InlineData(".hidden", "hidden.json")]
    [InlineData("dots... and spaces . ", "dots.and-spaces.json")]
    [InlineData("con", "_con.json")]
    [InlineData("NUL.txt", "_NUL.txt.json")]
    [InlineData("com\u00B9", "com.json")]
    [InlineData("LPT9", "_LPT9.json")]
    [InlineData("console", "console.json")]
    [InlineData("évaluation 日本語", "évaluation-日本語.json")]
    [InlineData("a\u202Egnp.exe", "a-gnp.exe.json")]
    [InlineData("~x", "x.json")]
    public void A_name_becomes_one_safe_file_name(string name, string expected) =>
        Assert.Equal(expected, PortableFileName.Create(name, PortableFormat.Json));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("..")]
    [InlineData("../..")]
    [InlineData("___")]
    [InlineData("😀")]
    [InlineData(".json")]
    public void A_name_without_letters_and_digits_is_refused(string name)
    {
        var error = Assert.Throws<ArgumentException>(() => PortableFileName.Create(name, PortableFormat.Json));

        Assert.Contains("needs a letter or a digit", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_name_is_cut_between_characters()
    {
        var name = PortableFileName.Create(new string('日', 500), PortableFormat.Csv);

        Assert.Equal(new string('日', 40) + ".csv", name);
    }
}
