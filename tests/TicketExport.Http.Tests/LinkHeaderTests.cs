namespace TicketExport.Http;

public sealed class LinkHeaderTests
{
    private static readonly TicketHttpAccess Access = new(new Uri("https://api.example.test/v3"));

    [Theory]
    [InlineData("<https://api.example.test/v3/issues?page=2>; rel=\"next\", <https://api.example.test/v3/issues?page=9>; rel=\"last\"", "https://api.example.test/v3/issues?page=2")]
    [InlineData("<https://api.example.test/v3/issues?page=1>; rel=prev,<https://api.example.test/v3/issues?page=3>;rel=next", "https://api.example.test/v3/issues?page=3")]
    [InlineData("<https://api.example.test/a,b?x=1;y>; title=\"a, b; rel=next\"; REL=\"last next\"", "https://api.example.test/a,b?x=1;y")]
    [InlineData("</v3/issues?page=2>; rel=\"next\"", "https://api.example.test/v3/issues?page=2")]
    public void The_next_page_is_found_in_every_spelling(string header, string expected) =>
        Assert.Equal(expected, LinkHeader.ReadNext(Answers.Of(200, headers: ("Link", header)), Access)?.AbsoluteUri);

    [Theory]
    [InlineData("<https://evil.example/v3/issues?page=2>; rel=\"next\"")]
    [InlineData("<http://api.example.test/v3/issues?page=2>; rel=\"next\"")]
    [InlineData("<https://api.example.test:444/v3/issues?page=2>; rel=\"next\"")]
    [InlineData("<//evil.example/x>; rel=\"next\"")]
    public void A_page_at_another_origin_is_not_given(string header) =>
        Assert.Null(LinkHeader.ReadNext(Answers.Of(200, headers: ("Link", header)), Access));

    [Theory]
    [InlineData("")]
    [InlineData("next")]
    [InlineData("<https://api.example.test/v3")]
    [InlineData("<https://api.example.test/v3>; rel=\"nextish\"")]
    [InlineData("<https://api.example.test/v3>; relation=\"next\"")]
    [InlineData("<https://api.example.test/v3>; title=\"rel=next\"")]
    public void Anything_else_is_the_last_page(string header) =>
        Assert.Null(LinkHeader.ReadNext(Answers.Of(200, headers: ("Link", header)), Access));

    [Fact]
    public void Without_the_header_there_is_no_next_page() => Assert.Null(LinkHeader.ReadNext(Answers.Of(200), Access));
}
