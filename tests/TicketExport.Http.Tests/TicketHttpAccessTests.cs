namespace TicketExport.Http;

public sealed class TicketHttpAccessTests
{
    private static readonly Uri Root = new("https://tracker.example.test:8443/base");

    [Theory]
    [InlineData("https://tracker.example.test:8443/base/x?page=2", true)]
    [InlineData("https://TRACKER.example.test:8443/elsewhere", true)]
    [InlineData("https://tracker.example.test/base/x", false)]
    [InlineData("http://tracker.example.test:8443/base/x", false)]
    [InlineData("https://tracker.example.test.evil.example:8443/base", false)]
    [InlineData("https://user@tracker.example.test:8443/base", false)]
    [InlineData("/base/x", false)]
    public void Only_an_address_of_the_same_scheme_host_and_port_is_home(string address, bool isHome) =>
        Assert.Equal(isHome, new TicketHttpAccess(Root).IsHome(new Uri(address, UriKind.RelativeOrAbsolute)));

    [Fact]
    public void Its_text_shows_neither_path_nor_header()
    {
        var access = new TicketHttpAccess(new Uri("https://tracker.example.test/canary-path")).WithBearer("canary-token");

        Assert.Equal("https://tracker.example.test", access.ToString());
    }

    [Fact]
    public void The_later_of_two_headers_of_one_name_holds()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Root);
        new TicketHttpAccess(Root).WithBearer("first").WithHeader("authorization", "second").ApplyTo(request);

        Assert.Equal(["second"], request.Headers.GetValues("Authorization"));
    }

    [Fact]
    public void Basic_is_written_in_UTF_8()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Root);
        new TicketHttpAccess(Root).WithBasic("jürgen@example.test", "p:w").ApplyTo(request);

        Assert.Equal(["Basic asO8cmdlbkBleGFtcGxlLnRlc3Q6cDp3"], request.Headers.GetValues("Authorization"));
    }

    [Fact]
    public void A_colon_in_the_users_name_is_refused() =>
        Assert.Throws<ArgumentException>(() => new TicketHttpAccess(Root).WithBasic("a:b", "c"));

    [Theory]
    [InlineData("relative")]
    [InlineData("https://tracker.example.test/?q=1")]
    [InlineData("https://tracker.example.test/#f")]
    public void A_root_that_no_path_can_follow_is_refused(string root) =>
        Assert.Throws<ArgumentException>(() => new TicketHttpAccess(new Uri(root, UriKind.RelativeOrAbsolute)));
}
