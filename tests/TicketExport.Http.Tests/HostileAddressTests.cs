namespace TicketExport.Http;

public sealed class HostileAddressTests
{
    private const int AnyPort = 40_000;

    private static readonly string[] NeverAllowed = ["metadata", "link_local", "unspecified", "multicast", "translation", "local_name", "host_spelling"];

    // Everything that a policy can allow.
    private static readonly NetworkPolicy Widest = NetworkPolicy.Parse(
        "loopback, private, http, 100.64.0.0/10, 192.0.0.0/24, 192.0.2.0/24, 198.18.0.0/15, 198.51.100.0/24, 203.0.113.0/24, 240.0.0.0/8, fec0::/10, port:22");

    public static TheoryData<string> Rules => [.. HostileAddresses.ByRule.Keys];

    [Fact]
    public void There_are_at_least_300_hostile_addresses_and_none_stands_twice()
    {
        var all = HostileAddresses.All.ToArray();

        Assert.True(all.Length >= 300, $"{all.Length}");
        Assert.Equal(all.Length, all.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Rules))]
    [Trait("Fault", "F142")]
    [Trait("Fault", "F144")]
    [Trait("Fault", "F145")]
    [Trait("Fault", "F146")]
    [Trait("Fault", "F147")]
    [Trait("Fault", "F148")]
    [Trait("Fault", "F149")]
    [Trait("Fault", "F150")]
    [Trait("Fault", "F151")]
    [Trait("Behaviour", "S355")]
    [Trait("Behaviour", "S370")]
    public void A_hostile_address_is_refused_by_its_rule_without_a_network(string rule) =>
        Assert.Equal([], HostileAddresses.ByRule[rule]
            .Select(static address => (Address: address, TargetAddress.Check(HostileAddresses.WithPort(address, AnyPort), NetworkPolicy.Public).RuleId))
            .Where(judged => judged.RuleId != rule));

    [Fact]
    [Trait("Fault", "F159")]
    public void No_policy_allows_what_is_never_allowed()
    {
        var judged = NeverAllowed.SelectMany(static rule => HostileAddresses.ByRule[rule])
            .Select(static address => (Address: address, Verdict: TargetAddress.Check(HostileAddresses.WithPort(address, AnyPort), Widest)));

        Assert.Equal([], judged.Where(static address => address.Verdict.IsSafe).Select(static address => address.Address));
    }

    [Theory]
    [InlineData("public")]
    [InlineData("10.77.0.0/16, http")]
    [Trait("Fault", "F142")]
    [Trait("Fault", "F153")]
    [Trait("Fault", "F155")]
    [Trait("Fault", "F160")]
    [Trait("Behaviour", "S355")]
    public async Task Nothing_is_dialled_for_a_hostile_address_even_when_every_name_leads_to_loopback(string policy)
    {
        await using var stage = new GuardStage(new HostLookupTable(anyName: "127.0.0.1"));
        var reached = new List<string>();
        foreach (var address in HostileAddresses.All)
        {
            if (Uri.TryCreate(HostileAddresses.WithPort(address, stage.Server.Address.Port), UriKind.Absolute, out var uri)
                && (await stage.PostAsync(uri, NetworkPolicy.Parse(policy)) is not TicketHttpResult.Unsent { Failure: { NeedsChange: true, Reason: FailureReason.UnsafeAddress } }))
            {
                reached.Add(address);
            }
        }

        Assert.Equal([], reached);
        Assert.Equal([], stage.Dialled);
        Assert.Equal(0, stage.Server.Connections);
    }

    [Fact]
    public async Task The_stage_of_these_tests_does_notice_a_connection()
    {
        await using var stage = new GuardStage(new HostLookupTable(anyName: "93.184.215.14"));

        await stage.PostAsync("https://example.com/");

        Assert.Equal("93.184.215.14:443", Assert.Single(stage.Dialled).ToString());
        Assert.Equal(1, stage.Server.Connections);
    }

    [Theory]
    [InlineData("https://hooks.example.com/a/b?c=d&e=%20%2f#", "fragment")]
    [InlineData("https://hooks.example.com/a/b?c=d&e=%20%2f", null)]
    [InlineData("https://hooks.example.com", null)]
    [InlineData("HTTPS://HOOKS.Example.COM/", null)]
    [InlineData("https://hooks.example.com./", null)]
    [InlineData("https://hooks.example.com:443/", null)]
    [InlineData("https://hooks.example.com:8443/", null)]
    [InlineData("https://hooks.example.com:/", null)]
    [InlineData("https://a_b.example.com/", null)]
    [InlineData("https://1password.example/", null)]
    [InlineData("https://127.0.0.1.nip.io/", null)]
    [InlineData("https://0x7f.example/", null)]
    [InlineData("https://8.8.8.8/", null)]
    [InlineData("https://[2606:4700::1111]/", null)]
    [InlineData("https://[2606:4700::1111]:8443/", null)]
    [InlineData("https://xn--bcher-kva.example/", null)]
    [InlineData("https://bücher.example/", null)]
    [InlineData("https://例え.テスト/", null)]
    [InlineData("https://mylocalhost/", "internal_name")]
    [InlineData("https://mylocalhost.example/", null)]
    [InlineData("https://internal.example/", null)]
    [InlineData("https://example.com/@user", null)]
    [InlineData("https://example.com/?next=https://u:p@x", null)]
    [InlineData("https://hooks.example.com/ä/ü", null)]
    public void What_is_plain_and_public_passes(string address, string? rule) =>
        Assert.Equal(rule, TargetAddress.Check(address, NetworkPolicy.Public).RuleId);

    [Theory]
    [InlineData("https://10.1.2.3/", "10.1.0.0/16", null)]
    [InlineData("https://10.2.2.3/", "10.1.0.0/16", "private_network")]
    [InlineData("https://[::ffff:10.1.2.3]/", "10.1.0.0/16", null)]
    [InlineData("https://0xa010203/", "10.1.0.0/16", "host_spelling")]
    [InlineData("http://10.1.2.3/", "10.1.0.0/16", "scheme")]
    [InlineData("http://10.1.2.3/", "10.1.0.0/16, http", null)]
    [InlineData("http://8.8.8.8/", "10.1.0.0/16, http", "scheme")]
    [InlineData("http://jira/", "10.1.0.0/16, http", null)]
    [InlineData("http://jira/", "http", "internal_name")]
    [InlineData("https://jira.internal/", "10.1.0.0/16", null)]
    [InlineData("https://metadata.google.internal/", "10.1.0.0/16", "metadata")]
    [InlineData("https://localhost/", "loopback, private", "local_name")]
    [InlineData("http://127.0.0.1:8080/", "loopback", null)]
    [InlineData("http://127.0.0.1:8080/", "private, http", "loopback")]
    [InlineData("https://127.0.0.1:22/", "loopback", "port")]
    [InlineData("https://10.1.2.3:444/", "10.1.0.0/16", "port")]
    [InlineData("https://10.1.2.3:444/", "10.1.0.0/16, port:444", null)]
    [InlineData("https://[fd00:1::7]/", "fd00:1::/32", null)]
    [InlineData("https://[fd00:1::7]/", "private", null)]
    [InlineData("https://100.64.0.1/", "private", "shared_network")]
    [InlineData("https://[64:ff9b::8.8.8.8]/", "64:ff9b::/96", "host_spelling")]
    [InlineData("https://[64:ff9b::808:808]/", "64:ff9b::/96", null)]
    [InlineData("https://[64:ff9b::808:808]/", "public", "translation")]
    [InlineData("https://[64:ff9b::a00:1]/", "64:ff9b::/96", "private_network")]
    [InlineData("https://[64:ff9b::a00:1]/", "64:ff9b::/96, 10.0.0.0/8", null)]
    [InlineData("https://[64:ff9b::a9fe:a9fe]/", "64:ff9b::/96", "metadata")]
    [InlineData("http://[64:ff9b::808:808]/", "64:ff9b::/96, http", "scheme")]
    [Trait("Fault", "F159")]
    public void A_policy_allows_what_it_names_and_nothing_else(string address, string policy, string? rule) =>
        Assert.Equal(rule, TargetAddress.Check(address, NetworkPolicy.Parse(policy)).RuleId);

    [Theory]
    [InlineData("https://аpple.com/secret-path", "xn--pple-43d.com")]
    [InlineData("https://BÜCHER.example/secret-path", "xn--bcher-kva.example")]
    [InlineData("https://faß.example/secret-path", "xn--fa-hia.example")]
    [Trait("Fault", "F152")]
    public void A_verdict_shows_the_host_in_punycode_and_never_the_path(string address, string host)
    {
        var verdict = TargetAddress.Check(address, NetworkPolicy.Public);

        Assert.Equal(host, verdict.Host);
        Assert.Contains(host, verdict.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-path", verdict.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_says_the_rule_in_words_and_by_id()
    {
        var verdict = TargetAddress.Check("https://10.0.0.1/secret-path", NetworkPolicy.Public);

        Assert.Equal((AddressRule.PrivateNetwork, "private_network", "it leads to a private network"), (verdict.Rule, verdict.RuleId, verdict.Problem));
        Assert.Equal("The address cannot be used: it leads to a private network (rule private_network).", verdict.Message);
        Assert.Equal("missing", TargetAddress.Check("", NetworkPolicy.Public).RuleId);
        Assert.Equal("missing", TargetAddress.Check((Uri?)null, NetworkPolicy.Public).RuleId);
    }
}
