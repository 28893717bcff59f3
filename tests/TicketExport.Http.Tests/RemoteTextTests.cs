namespace TicketExport.Http;

public sealed class RemoteTextTests
{
    [Theory]
    [InlineData("SHOP-42", true)]
    [InlineData("owner/repo#7", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("../admin", false)]
    [InlineData("a\r\nb", false)]
    [InlineData("a\0b", false)]
    [InlineData("a b", false)]
    [InlineData("<b>", false)]
    [Trait("Fault", "F54")]
    public void An_id_is_short_plain_and_leads_nowhere(string? text, bool expected) => Assert.Equal(expected, RemoteText.IsId(text));

    [Fact]
    [Trait("Fault", "F54")]
    public void Long_ids_and_codes_are_refused()
    {
        Assert.True(RemoteText.IsId(new string('a', RemoteText.MaxIdLength)));
        Assert.False(RemoteText.IsId(new string('a', RemoteText.MaxIdLength + 1)));
        Assert.True(RemoteText.IsCode(new string('a', RemoteText.MaxCodeLength)));
        Assert.False(RemoteText.IsCode(new string('a', RemoteText.MaxCodeLength + 1)));
    }

    [Theory]
    [InlineData("https://tracker.example.test/browse/SHOP-42", true)]
    [InlineData("https://tracker.example.test:8443/browse/SHOP-42", false)]
    [InlineData("http://tracker.example.test/browse/SHOP-42", false)]
    [InlineData("https://other.example.test/browse/SHOP-42", false)]
    [InlineData("https://user@tracker.example.test/", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("/browse/SHOP-42", false)]
    [InlineData("https://tracker.example.test/a b", false)]
    [InlineData(null, false)]
    [Trait("Fault", "F53")]
    [Trait("Fault", "F162")]
    public void An_address_is_taken_only_from_the_expected_origin(string? text, bool taken) =>
        Assert.Equal(taken, RemoteText.ReadAddress(text, new Uri("https://tracker.example.test/")) is not null);

    [Fact]
    public void Without_an_origin_any_web_address_is_taken()
    {
        Assert.NotNull(RemoteText.ReadAddress("http://any.example.test/1"));
        Assert.Null(RemoteText.ReadAddress("data:text/html,x"));
        Assert.Null(RemoteText.ReadAddress("https://any.example.test/" + new string('a', RemoteText.MaxAddressLength)));
    }
}
