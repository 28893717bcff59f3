namespace TicketExport.Http;

public sealed class NetworkPolicyTests
{
    [Theory]
    [InlineData(null, "public")]
    [InlineData("", "public")]
    [InlineData("public", "public")]
    [InlineData("Loopback", "loopback")]
    [InlineData("private", "10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, fc00::/7")]
    [InlineData("10.20.0.0/16", "10.20.0.0/16")]
    [InlineData("10.20.0.7", "10.20.0.7/32")]
    [InlineData("fd00:1::7", "fd00:1::7/128")]
    [InlineData("http port:8080,port:81 ,, loopback\t10.0.0.0/8 10.0.0.0/8", "loopback, 10.0.0.0/8, http, port:81, port:8080")]
    public void A_policy_is_read_and_written_in_one_way(string? text, string canonical)
    {
        var policy = NetworkPolicy.Parse(text);

        Assert.Equal(canonical, policy.ToString());
        Assert.Equal(policy, NetworkPolicy.Parse(canonical));
        Assert.Equal(policy.GetHashCode(), NetworkPolicy.Parse(canonical).GetHashCode());
    }

    [Theory]
    [InlineData("anywhere")]
    [InlineData("10.20.0.1/16")]
    [InlineData("10.20.0.0/33")]
    [InlineData("010.0.0.0/8")]
    [InlineData("0x0a000000/8")]
    [InlineData("10.0.0.0/7")]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    [InlineData("fc00::/6")]
    [InlineData("::ffff:10.0.0.0/104")]
    [InlineData("169.254.169.254")]
    [InlineData("169.254.0.0/16")]
    [InlineData("fe80::/10")]
    [InlineData("fe80::1%1")]
    [InlineData("100.100.100.200")]
    [InlineData("fd00:ec2::254")]
    [InlineData("224.0.0.0/8")]
    [InlineData("2002::/16")]
    [InlineData("2001::/32")]
    [InlineData("port:0")]
    [InlineData("port:65536")]
    [InlineData("port:-1")]
    [InlineData("port:")]
    [Trait("Fault", "F159")]
    public void What_cannot_be_allowed_is_refused_with_the_way_to_write_it(string text)
    {
        Assert.False(NetworkPolicy.TryParse($"loopback {text}", out var policy, out var problem));
        Assert.Null(policy);
        Assert.Equal(problem, Assert.Throws<FormatException>(() => NetworkPolicy.Parse(text)).Message);
    }

    [Fact]
    public void A_policy_has_a_bounded_number_of_words() =>
        Assert.False(NetworkPolicy.TryParse(string.Join(' ', Enumerable.Repeat("public", 65)), out _, out _));

    [Fact]
    public void Policies_that_allow_different_things_differ()
    {
        string[] texts = ["public", "loopback", "private", "http", "port:81", "10.0.0.0/8", "10.0.0.0/9", "10.0.0.0/8 http"];

        Assert.Equal(texts.Length, texts.Select(NetworkPolicy.Parse).Distinct().Count());
        Assert.False(NetworkPolicy.Public.Equals(null));
    }
}
