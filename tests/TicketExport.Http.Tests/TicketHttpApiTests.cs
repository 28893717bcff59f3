using Microsoft.Extensions.DependencyInjection;

namespace TicketExport.Http;

public sealed class TicketHttpApiTests : IDisposable
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    private const string Down = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";
    private readonly ServiceProvider _services;

    public TicketHttpApiTests()
    {
        var services = new ServiceCollection();
        services.AddTicketHttpClient("api", static client => client.ReadRetryDelay = TimeSpan.Zero);
        services.AddTicketHttpClient("api", static client => client.ReadRetryDelay = TimeSpan.Zero);
        _services = services.BuildServiceProvider();
    }

    private TicketHttpApi Api => new(_services.GetRequiredService<IHttpClientFactory>(), "api");

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task A_change_carries_its_body_its_credentials_and_who_sends_it()
    {
        var seen = "";
        await using var server = new RawServer(async connection =>
        {
            seen = await connection.ReadRequestAsync() ?? "";
            await connection.WriteAsync(Ok);
        });

        var result = await Api.SendAsync(
            AccessTo(server).WithBearer("secret-token"),
            (HttpMethod.Post, TicketHttpPath.Of($"issues/{"a/b"}")),
            new Dictionary<string, string> { ["title"] = "x" },
            TestJsonContext.Default.DictionaryStringString,
            CancellationToken.None);

        Assert.IsType<TicketHttpResult.Answered>(result);
        Assert.StartsWith("POST /base/issues/a%2Fb HTTP/1.1\r\n", seen, StringComparison.Ordinal);
        Assert.Contains("\r\nAuthorization: Bearer secret-token\r\n", seen, StringComparison.Ordinal);
        Assert.Contains("\r\nUser-Agent: TicketExport\r\n", seen, StringComparison.Ordinal);
        Assert.Contains("\r\nAccept: application/json\r\n", seen, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: application/json\r\n", seen, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n{\"title\":\"x\"}", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_another_origin_is_never_followed_with_the_credentials()
    {
        await using var server = RawServer.Answering(Ok);
        await using var other = RawServer.Answering(Ok);

        await Assert.ThrowsAsync<ArgumentException>(() => Api.GetAsync(AccessTo(server).WithBearer("secret"), other.Address, CancellationToken.None));

        Assert.Equal(0, other.Connections);
    }

    [Fact]
    public async Task A_read_is_sent_again_when_a_gateway_cannot_answer()
    {
        await using var server = Failing(times: 2);

        var result = await Api.GetAsync(AccessTo(server), TicketHttpPath.Of($"issues"), CancellationToken.None);

        Assert.Equal(200, Assert.IsType<TicketHttpResult.Answered>(result).Answer.Status);
        Assert.Equal(3, server.Requests);
    }

    [Fact]
    public async Task A_read_is_given_up_after_its_retries_also_when_the_client_was_added_twice()
    {
        await using var server = RawServer.Answering(Down);

        var result = await Api.GetAsync(AccessTo(server), TicketHttpPath.Of($"issues"), CancellationToken.None);

        Assert.Equal(503, Assert.IsType<TicketHttpResult.Answered>(result).Answer.Status);
        Assert.Equal(3, server.Requests);
    }

    [Fact]
    public async Task A_read_whose_connection_breaks_is_sent_again()
    {
        var count = 0;
        await using var server = new RawServer(async connection =>
        {
            while (await connection.ReadRequestAsync() is not null)
            {
                if (Interlocked.Increment(ref count) < 3)
                {
                    connection.Reset();
                    return;
                }

                await connection.WriteAsync(Ok);
            }
        });

        var result = await Api.GetAsync(AccessTo(server), TicketHttpPath.Of($"issues"), CancellationToken.None);

        Assert.Equal(200, Assert.IsType<TicketHttpResult.Answered>(result).Answer.Status);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [Trait("Fault", "F57")]
    public async Task A_change_is_never_sent_again(string method)
    {
        await using var server = RawServer.Answering(Down);

        await Api.SendAsync(AccessTo(server), (new HttpMethod(method), TicketHttpPath.Of($"issues")), "{}"u8.ToArray(), CancellationToken.None);

        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 30\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")]
    public async Task A_read_that_was_told_to_wait_or_got_a_plain_no_is_not_sent_again(string answer)
    {
        await using var server = RawServer.Answering(answer);

        await Api.GetAsync(AccessTo(server), TicketHttpPath.Of($"issues"), CancellationToken.None);

        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task Retries_of_a_read_end_with_the_callers_time()
    {
        await using var server = RawServer.Answering(Down);
        var services = new ServiceCollection();
        services.AddTicketHttpClient("slow", static client => client.ReadRetryDelay = TimeSpan.FromMinutes(10));
        await using var provider = services.BuildServiceProvider();
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        var result = await new TicketHttpApi(provider.GetRequiredService<IHttpClientFactory>(), "slow").GetAsync(AccessTo(server), TicketHttpPath.Of($"issues"), giveUp.Token);

        Assert.Equal(TicketHttpFailureCause.Timeout, Assert.IsType<TicketHttpResult.Unanswered>(result).Failure.Cause);
    }

    private static RawServer Failing(int times)
    {
        var count = 0;
        return new RawServer(async connection =>
        {
            while (await connection.ReadRequestAsync() is not null)
            {
                await connection.WriteAsync(Interlocked.Increment(ref count) <= times ? Down : Ok);
            }
        });
    }

    private static TicketHttpAccess AccessTo(RawServer server) => new(new Uri(server.Address, "/base"), NetworkPolicy.Loopback);
}
