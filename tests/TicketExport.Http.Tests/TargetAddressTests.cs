namespace TicketExport.Http;

public sealed class TargetAddressTests
{
    [Theory]
    [InlineData("https://hooks.example.test/a/b?c=d")]
    [InlineData("https://hooks.example.test:8443/")]
    public void A_public_https_address_can_be_used(string address) => Assert.Null(Problem(address, NetworkPolicy.Public));

    [Theory]
    [InlineData("http://hooks.example.test/")]
    [InlineData("ftp://hooks.example.test/")]
    [InlineData("/etc/passwd")]
    [InlineData("//host/path")]
    [InlineData("hooks.example.test/path")]
    [InlineData("https://user@hooks.example.test/")]
    [InlineData("https://user:pw@hooks.example.test/")]
    [InlineData("https://hooks.example.test/#top")]
    [InlineData("https://hooks.example.test/a\r\nb")]
    [InlineData("https://hooks.example.test/a\tb")]
    [InlineData("https://hooks.example.test/a b")]
    [InlineData("https://hooks.example.test/a\\b")]
    [InlineData("https://hooks.example.test/\u0085")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://0177.0.0.1/")]
    [InlineData("https://①②⑦.⓪.⓪.①/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://localhost/")]
    [InlineData("https://LOCALHOST./")]
    [InlineData("https://api.localhost/")]
    [Trait("Fault", "F144")]
    [Trait("Fault", "F147")]
    [Trait("Fault", "F148")]
    [Trait("Fault", "F149")]
    public void An_unsafe_address_is_refused(string address) => Assert.NotNull(Problem(address, NetworkPolicy.Public));

    [Theory]
    [InlineData("http://127.0.0.1:8080/hook", true)]
    [InlineData("https://127.0.0.1/hook", true)]
    [InlineData("http://[::1]:8080/hook", true)]
    [InlineData("http://localhost/hook", false)]
    [InlineData("http://10.0.0.1/hook", false)]
    [InlineData("http://hooks.example.test/hook", false)]
    [InlineData("ftp://127.0.0.1/hook", false)]
    [InlineData("http://user@127.0.0.1/hook", false)]
    public void The_loopback_policy_allows_http_to_a_loopback_address_and_nothing_else(string address, bool usable) =>
        Assert.Equal(usable, Problem(address, NetworkPolicy.Loopback) is null);

    [Fact]
    public void No_address_is_a_problem() => Assert.Equal("there is none", TargetAddress.FindProblem(null, NetworkPolicy.Public));

    private static string? Problem(string address, NetworkPolicy policy) =>
        TargetAddress.FindProblem(new Uri(address, UriKind.RelativeOrAbsolute), policy);
}
