using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TicketExport.Providers;

namespace TicketExport.Http;

public sealed class GuardedConnectionTests
{
    private const string Secret = "secret-path";
    private const string PublicAddress = "93.184.215.14";
    private const string Url = $"https://hooks.example.test/{Secret}";

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("10.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("0.0.0.0")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData($"{PublicAddress} 10.0.0.1")]
    [InlineData($"10.0.0.1 {PublicAddress}")]
    [InlineData($"{PublicAddress} 2606:4700::1111 fe80::1")]
    [Trait("Fault", "F153")]
    [Trait("Fault", "F154")]
    [Trait("Fault", "F155")]
    [Trait("Fault", "F157")]
    [Trait("Fault", "F163")]
    [Trait("Behaviour", "S355")]
    public async Task A_name_that_leads_to_one_forbidden_address_is_refused_as_a_whole_and_always_in_the_same_words(string answer)
    {
        await using var stage = new GuardStage(new HostLookupTable().With("hooks.example.test", answer));

        var failure = Unsent(await stage.PostAsync(Url));

        Assert.Equal((TicketHttpFailureCause.UnsafeAddress, AddressRule.ResolvedAddress, FailureReason.UnsafeAddress, true), (failure.Cause, failure.Rule, failure.Reason, failure.NeedsChange));
        Assert.Equal(
            "The address cannot be used: its host's name leads to an address that the target's network policy does not allow (rule resolved_address).",
            failure.Message);
        Assert.Equal([], stage.Dialled);
    }

    [Fact]
    [Trait("Fault", "F153")]
    [Trait("Fault", "F156")]
    public async Task A_name_that_turns_to_loopback_after_it_was_checked_is_not_dialled()
    {
        var lookups = new HostLookupTable().With("hooks.example.test", PublicAddress, "127.0.0.1");
        await using var stage = new GuardStage(lookups);

        Assert.True((await TargetAddress.CheckAsync(Url, NetworkPolicy.Public, lookups.FindAsync, CancellationToken.None)).IsSafe);
        Assert.Equal(AddressRule.ResolvedAddress, Unsent(await stage.PostAsync(Url)).Rule);
        Assert.Equal([], stage.Dialled);
    }

    [Fact]
    [Trait("Fault", "F153")]
    [Trait("Fault", "F156")]
    public async Task One_connection_asks_once_and_dials_what_it_was_told()
    {
        var lookups = new HostLookupTable().With("tracker.example.test", "10.0.0.5", "10.0.0.6", "127.0.0.1");
        await using var server = new RawServer(static async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
        });
        await using var stage = new GuardStage(lookups, server);
        var policy = NetworkPolicy.Parse("10.0.0.0/8, http");

        await stage.PostAsync("http://tracker.example.test/", policy);
        await stage.PostAsync("http://tracker.example.test/", policy);
        var third = Unsent(await stage.PostAsync("http://tracker.example.test/", policy));

        Assert.Equal(["10.0.0.5:80", "10.0.0.6:80"], stage.Dialled.Select(static endPoint => endPoint.ToString()));
        Assert.Equal((AddressRule.ResolvedAddress, 3, 2), (third.Rule, lookups.Count, server.Connections));
    }

    [Fact]
    [Trait("Fault", "F159")]
    public async Task A_connection_that_a_lax_policy_opened_never_serves_a_strict_one()
    {
        await using var stage = new GuardStage(new HostLookupTable().With("tracker.example.test", "10.0.0.5"));

        Assert.IsType<TicketHttpResult.Answered>(await stage.PostAsync("http://tracker.example.test/", NetworkPolicy.Parse("10.0.0.0/8 http")));
        Assert.IsType<TicketHttpResult.Answered>(await stage.PostAsync("http://tracker.example.test/", NetworkPolicy.Parse("http, 10.0.0.0/8")));
        var strict = Unsent(await stage.PostAsync("http://tracker.example.test/", NetworkPolicy.Parse("10.9.0.0/16 http")));

        Assert.Equal(AddressRule.ResolvedAddress, strict.Rule);
        Assert.Equal((1, 2), (stage.Server.Connections, stage.Server.Requests));
    }

    [Fact]
    public async Task Plain_http_never_goes_to_a_public_address_behind_a_name()
    {
        await using var stage = new GuardStage(new HostLookupTable().With("tracker.example.test", PublicAddress));

        Assert.Equal(AddressRule.ResolvedAddress, Unsent(await stage.PostAsync("http://tracker.example.test/", NetworkPolicy.Parse("10.0.0.0/8 http"))).Rule);
        Assert.Equal([], stage.Dialled);
    }

    [Fact]
    [Trait("Fault", "F157")]
    public async Task A_dead_and_a_silent_address_leave_time_for_the_next()
    {
        await using var stage = new GuardStage(
            new HostLookupTable().With("tracker.example.test", "fd00::1 10.0.0.1 10.0.0.2"),
            configure: static options => options.ConnectTimeout = TimeSpan.FromSeconds(3));
        stage.Dead.Add(IPAddress.Parse("fd00::1"));
        stage.Silent.Add(IPAddress.Parse("10.0.0.1"));

        Assert.IsType<TicketHttpResult.Answered>(await stage.PostAsync("http://tracker.example.test/", NetworkPolicy.Parse("private http")));
        Assert.Equal(["[fd00::1]:80", "10.0.0.1:80", "10.0.0.2:80"], stage.Dialled.Select(static endPoint => endPoint.ToString()));
    }

    [Fact]
    public async Task A_name_with_very_many_addresses_costs_four_tries()
    {
        var addresses = Enumerable.Range(1, 200).Select(static number => $"10.0.0.{number}").ToArray();
        await using var stage = new GuardStage(new HostLookupTable().With("tracker.example.test", string.Join(' ', addresses)));
        stage.Dead.UnionWith(addresses.Select(IPAddress.Parse));

        var failure = Unsent(await stage.PostAsync("http://tracker.example.test/", NetworkPolicy.Parse("private http")));

        Assert.Equal((TicketHttpFailureCause.Connection, false, 4), (failure.Cause, failure.NeedsChange, stage.Dialled.Count));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Fault", "F60")]
    public async Task A_name_that_leads_nowhere_is_proven_unsent_and_may_be_tried_later(bool empty)
    {
        var lookups = empty ? new HostLookupTable().With("hooks.example.test", "") : new HostLookupTable();
        await using var stage = new GuardStage(lookups);

        var failure = Unsent(await stage.PostAsync(Url));

        Assert.Equal((TicketHttpFailureCause.NameResolution, FailureReason.Unavailable, false), (failure.Cause, failure.Reason, failure.NeedsChange));
        Assert.IsType<CreateOutcome.NotSent>(failure.ToUnsentOutcome("BaseUrl"));
        Assert.Equal("not_resolved", (await TargetAddress.CheckAsync(Url, NetworkPolicy.Public, lookups.FindAsync, CancellationToken.None)).RuleId);
    }

    [Fact]
    [Trait("Fault", "F60")]
    [Trait("Fault", "F61")]
    public async Task A_resolver_that_is_silent_ends_with_the_time_for_connecting_and_is_proven_unsent()
    {
        await using var stage = new GuardStage(new HostLookupTable(), configure: static options =>
        {
            options.ConnectTimeout = TimeSpan.FromMilliseconds(100);
            options.Lookup = static async (_, cancellationToken) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                return [];
            };
        });

        Assert.Equal(TicketHttpFailureCause.Connection, Unsent(await stage.PostAsync(Url)).Cause);
    }

    [Fact]
    public void A_refusal_becomes_a_rejection_that_names_the_setting_and_no_address()
    {
        var failure = new TicketHttpFailure(TicketHttpFailureCause.UnsafeAddress) { Rule = AddressRule.PrivateNetwork };

        var rejected = Assert.IsType<CreateOutcome.Rejected>(failure.ToUnsentOutcome("BaseUrl"));

        Assert.Equal((FailureReason.UnsafeAddress, "BaseUrl"), (rejected.Fault.Reason, rejected.Fault.Setting));
        Assert.Contains("(rule private_network)", rejected.Fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Fault", "F197")]
    public async Task The_log_tells_the_operator_host_and_rule_and_never_the_path()
    {
        using var log = new CapturingLoggerProvider();
        await using var stage = new GuardStage(
            new HostLookupTable().With("hooks.example.test", "10.0.0.1"),
            configure: static options => options.AddressIsSecret = true,
            host: services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log)));

        var failure = Unsent(await stage.PostAsync(Url));

        Assert.Contains("hooks.example.test", log.Text, StringComparison.Ordinal);
        Assert.Contains("private_network", log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, log.Text + failure + failure.ToFault(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_gives_all_its_clients_another_handler_does_not_take_the_guard_off()
    {
        await using var stage = new GuardStage(
            new HostLookupTable().With("hooks.example.test", "127.0.0.1"),
            host: static services => services.ConfigureHttpClientDefaults(static http => http.ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler())));

        Assert.Equal(TicketHttpFailureCause.UnsafeAddress, Unsent(await stage.PostAsync(Url)).Cause);
    }

    [Fact]
    [Trait("Fault", "F158")]
    public async Task The_proxy_of_the_machine_is_not_used()
    {
        await using var proxy = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        await using var stage = new GuardStage(new HostLookupTable());
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy(proxy.Address);
        try
        {
            Assert.IsType<TicketHttpResult.Answered>(await stage.PostAsync(stage.Server.Address, NetworkPolicy.Loopback));
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }

        Assert.Equal((0, 1), (proxy.Connections, stage.Server.Connections));
    }

    [Fact]
    [Trait("Fault", "F158")]
    public async Task A_proxy_that_was_chosen_is_asked_for_the_host_by_name_and_literal_addresses_are_still_judged()
    {
        string? asked = null;
        await using var proxy = new RawServer(async connection =>
        {
            asked = await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        });
        await using var stage = new GuardStage(new HostLookupTable(), proxy, options => options.Proxy = new Uri($"http://127.0.0.1:{proxy.Address.Port}"));

        Assert.Equal(TicketHttpFailureCause.Connection, Unsent(await stage.PostAsync(Url)).Cause);
        Assert.Equal(AddressRule.PrivateNetwork, Unsent(await stage.PostAsync("https://10.0.0.1/")).Rule);

        Assert.StartsWith("CONNECT hooks.example.test:443 ", asked, StringComparison.Ordinal);
        Assert.Equal(1, proxy.Connections);
    }

    [Fact]
    public async Task A_request_without_content_is_proven_unsent_as_well()
    {
        var services = new ServiceCollection();
        services.AddTicketHttpClient("test");
        await using var provider = services.BuildServiceProvider();
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("test");
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://10.0.0.1/");

        Assert.Equal(TicketHttpFailureCause.UnsafeAddress, Unsent(await TicketHttpExchange.SendAsync(client, request, CancellationToken.None)).Cause);
    }

    [Fact]
    public async Task Many_requests_at_once_under_two_policies_keep_apart()
    {
        await using var stage = new GuardStage(new HostLookupTable().With("tracker.example.test", "10.0.0.5"));
        var lax = NetworkPolicy.Parse("10.0.0.0/8 http");
        var strict = NetworkPolicy.Parse("10.9.0.0/16 http");

        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(number => stage.PostAsync("http://tracker.example.test/", number % 2 == 0 ? lax : strict)));

        Assert.Equal(32, results.Count(static result => result is TicketHttpResult.Answered));
        Assert.Equal(32, stage.Server.Requests);
        Assert.Equal(32, results.Count(static result => result is TicketHttpResult.Unsent { Failure.Rule: AddressRule.ResolvedAddress }));
    }

    [Fact]
    public async Task One_host_gets_a_bounded_number_of_connections()
    {
        var arrived = 0;
        using var full = new SemaphoreSlim(0);
        using var goOn = new CancellationTokenSource();
        await using var server = new RawServer(async connection =>
        {
            while (await connection.ReadRequestAsync() is not null)
            {
                if (Interlocked.Increment(ref arrived) == 2)
                {
                    full.Release();
                }

                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, goOn.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
                await connection.WriteAsync("HTTP/1.1 204 No Content\r\n\r\n");
            }
        });
        await using var stage = new GuardStage(new HostLookupTable(), server, static options => options.MaxConnectionsPerServer = 2);

        var requests = Enumerable.Range(0, 6).Select(_ => stage.PostAsync(server.Address, NetworkPolicy.Loopback)).ToArray();
        await full.WaitAsync();
        await goOn.CancelAsync();
        var results = await Task.WhenAll(requests);

        Assert.All(results, static result => Assert.IsType<TicketHttpResult.Answered>(result));
        Assert.Equal(2, server.Connections);
    }

    [Theory]
    [InlineData("https://hooks.example.test/x", PublicAddress, null)]
    [InlineData("https://hooks.example.test/x", "10.0.0.1", "resolved_address")]
    [InlineData("https://hooks.example.test/x", $"{PublicAddress} ::1", "resolved_address")]
    [InlineData("https://10.0.0.1/x", PublicAddress, "private_network")]
    [InlineData("https://8.8.8.8/x", "10.0.0.1", null)]
    [Trait("Behaviour", "S122")]
    public async Task A_settings_page_can_ask_what_a_name_leads_to(string address, string answer, string? rule) =>
        Assert.Equal(rule, (await TargetAddress.CheckAsync(address, NetworkPolicy.Public, new HostLookupTable(answer).FindAsync, CancellationToken.None)).RuleId);

    private static TicketHttpFailure Unsent(TicketHttpResult result) => Assert.IsType<TicketHttpResult.Unsent>(result).Failure;
}
