using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace TicketExport.Http;

public sealed class TicketHttpExchangeTests : IDisposable
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    private readonly ServiceProvider _services;
    private readonly HttpClient _client;

    public TicketHttpExchangeTests()
    {
        var services = new ServiceCollection();
        services.AddTicketHttpClient("test");
        _services = services.BuildServiceProvider();
        _client = _services.GetRequiredService<IHttpClientFactory>().CreateClient("test");
    }

    public void Dispose()
    {
        _client.Dispose();
        _services.Dispose();
    }

    [Fact]
    public async Task A_good_answer_comes_with_status_headers_and_body()
    {
        await using var server = RawServer.Answering("HTTP/1.1 201 Created\r\nContent-Type: application/json; charset=utf-8\r\nRetry-After: 5\r\nContent-Length: 8\r\n\r\n{\"a\": 1}");

        var answer = Answer(await PostAsync(server.Address));

        Assert.Equal((201, "application/json", TicketHttpBodyEnd.Complete), (answer.Status, answer.MediaType, answer.BodyEnd));
        Assert.Equal("{\"a\": 1}", Encoding.UTF8.GetString(answer.Body.Span));
        Assert.Equal("5", answer.GetHeader("retry-after"));
        Assert.Null(answer.GetHeader("X-None"));
        Assert.True(answer.IsSuccess && answer.IsJson && !answer.IsRedirect);
    }

    [Fact]
    [Trait("Fault", "F61")]
    public async Task A_refused_connection_is_proven_unsent()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();

        Assert.Equal(TicketHttpFailureCause.Connection, Unsent(await PostAsync(new Uri($"http://127.0.0.1:{port}/"))));
    }

    [Fact]
    [Trait("Fault", "F60")]
    public async Task A_name_that_does_not_resolve_is_proven_unsent() =>
        Assert.Equal(TicketHttpFailureCause.NameResolution, Unsent(await PostAsync(new Uri("https://no-such-host.invalid/"))));

    [Fact]
    [Trait("Fault", "F55")]
    public async Task A_failed_TLS_handshake_is_proven_unsent()
    {
        await using var server = new RawServer(static connection => connection.WriteAsync(Ok));

        Assert.Equal(TicketHttpFailureCause.Tls, Unsent(await PostAsync(server.TlsAddress)));
        Assert.Equal(0, server.Requests);
    }

    [Fact]
    public async Task Cancelling_before_the_start_is_proven_unsent()
    {
        await using var server = RawServer.Answering(Ok);

        Assert.Equal(TicketHttpFailureCause.Timeout, Unsent(await PostAsync(server.Address, new CancellationToken(canceled: true))));
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task Cancelling_inside_the_TLS_handshake_is_proven_unsent()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = new RawServer(async connection =>
        {
            await cancel.CancelAsync();
            await connection.WaitAsync();
        });

        Assert.Equal(TicketHttpFailureCause.Timeout, Unsent(await PostAsync(server.TlsAddress, cancel.Token)));
    }

    [Fact]
    public async Task A_connection_that_never_opens_within_the_connect_limit_is_proven_unsent()
    {
        var services = new ServiceCollection();
        services.AddTicketHttpClient("hasty", static options => options.ConnectTimeout = TimeSpan.FromMilliseconds(200));
        await using var provider = services.BuildServiceProvider();
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("hasty");
        await using var server = new RawServer(static connection => connection.WaitAsync());
        using var request = Post(server.TlsAddress);

        Assert.Equal(TicketHttpFailureCause.Connection, Unsent(await TicketHttpExchange.SendAsync(client, request, CancellationToken.None)));
    }

    [Fact]
    public async Task Cancelling_after_the_request_left_is_not_known()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await cancel.CancelAsync();
            await connection.WaitAsync();
        });

        Assert.Equal(TicketHttpFailureCause.Timeout, Unanswered(await PostAsync(server.Address, cancel.Token)));
        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Fault", "F56")]
    public async Task A_connection_cut_after_the_request_is_not_known_and_not_repeated(bool reset)
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            if (reset)
            {
                connection.Reset();
            }
        });

        Assert.Equal(TicketHttpFailureCause.Interrupted, Unanswered(await PostAsync(server.Address)));
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    [Trait("Fault", "F57")]
    public async Task A_kept_connection_that_dies_under_a_create_does_not_send_it_twice()
    {
        var served = 0;
        await using var server = new RawServer(async connection =>
        {
            while (await connection.ReadRequestAsync() is not null && Interlocked.Increment(ref served) == 1)
            {
                await connection.WriteAsync(Ok);
            }
        });

        Answer(await PostAsync(server.Address));
        Unanswered(await PostAsync(server.Address));

        Assert.Equal(2, server.Requests);
    }

    [Fact]
    [Trait("Fault", "F57")]
    public async Task A_change_without_content_is_refused_as_misuse()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://127.0.0.1:9/");
        using var empty = new HttpRequestMessage(HttpMethod.Delete, "http://127.0.0.1:9/") { Content = new ByteArrayContent([]) };

        await Assert.ThrowsAsync<ArgumentException>(() => TicketHttpExchange.SendAsync(_client, request, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => TicketHttpExchange.SendAsync(_client, empty, CancellationToken.None));
    }

    [Fact]
    public async Task A_body_that_breaks_off_keeps_its_status_and_says_that_it_is_cut()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"id\":");
        });

        var answer = Answer(await PostAsync(server.Address));

        Assert.Equal((201, TicketHttpBodyEnd.Cut), (answer.Status, answer.BodyEnd));
        Assert.False(answer.TryReadJson(TestJsonContext.Default.DictionaryStringString, out _));
    }

    [Fact]
    [Trait("Fault", "F47")]
    public async Task The_deadline_also_ends_a_body_that_trickles()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx");
            await cancel.CancelAsync();
            await connection.WaitAsync();
        });

        var result = await PostAsync(server.Address, cancel.Token);

        // The signal may come before the headers were read; either way the exchange has ended and nothing counts as proven.
        Assert.True(result is TicketHttpResult.Unanswered or TicketHttpResult.Answered { Answer.BodyEnd: TicketHttpBodyEnd.Cut });
    }

    [Fact]
    [Trait("Fault", "F48")]
    public async Task An_endless_body_is_capped()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (true)
            {
                await connection.WriteAsync("1000\r\n" + new string('x', 0x1000) + "\r\n");
            }
        });

        var answer = Answer(await PostAsync(server.Address));

        Assert.Equal((TicketHttpExchange.DefaultMaxBodyBytes, TicketHttpBodyEnd.Capped), (answer.Body.Length, answer.BodyEnd));
    }

    [Theory]
    [InlineData(9, TicketHttpBodyEnd.Capped)]
    [InlineData(10, TicketHttpBodyEnd.Complete)]
    [InlineData(11, TicketHttpBodyEnd.Complete)]
    public async Task A_body_that_just_fits_the_cap_is_complete(int cap, TicketHttpBodyEnd end)
    {
        await using var server = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789");
        using var request = Post(server.Address);

        var answer = Answer(await TicketHttpExchange.SendAsync(_client, request, cap, CancellationToken.None));

        Assert.Equal((end, Math.Min(cap, 10)), (answer.BodyEnd, answer.Body.Length));
    }

    [Fact]
    public async Task A_body_of_several_chunks_below_the_cap_is_complete()
    {
        await using var server = RawServer.Answering($"HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\n{new string('y', 50_000)}");

        var answer = Answer(await PostAsync(server.Address));

        Assert.Equal((50_000, TicketHttpBodyEnd.Complete), (answer.Body.Length, answer.BodyEnd));
        Assert.False(answer.Body.Span.ContainsAnyExcept((byte)'y'));
    }

    [Fact]
    [Trait("Fault", "F49")]
    public async Task A_packed_body_is_not_unpacked()
    {
        await using var server = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\u001f\u008bx");

        Assert.Equal([0x1f, 0x8b, (byte)'x'], Answer(await PostAsync(server.Address)).Body.ToArray());
    }

    [Fact]
    [Trait("Fault", "F42")]
    public async Task A_redirect_is_an_answer_and_is_not_followed()
    {
        await using var other = RawServer.Answering(Ok);
        await using var server = RawServer.Answering($"HTTP/1.1 307 Temporary Redirect\r\nLocation: {other.Address}\r\nContent-Length: 0\r\n\r\n");

        var answer = Answer(await PostAsync(server.Address));

        Assert.True(answer.IsRedirect);
        Assert.Equal(0, other.Connections);
    }

    [Fact]
    public async Task An_answer_that_is_not_HTTP_is_not_known()
    {
        await using var server = RawServer.Answering("not http at all\r\n\r\n");

        Unanswered(await PostAsync(server.Address));
    }

    [Fact]
    [Trait("Fault", "F44")]
    public async Task Headers_without_end_are_not_known_and_bounded()
    {
        await using var server = RawServer.Answering($"HTTP/1.1 200 OK\r\nX-Bomb: {new string('b', 64 * 1024)}\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal(TicketHttpFailureCause.InvalidAnswer, Unanswered(await PostAsync(server.Address)));
    }

    [Theory]
    [InlineData("a\r\nX-Injected: yes")]
    [InlineData("tab\there")]
    [InlineData("schlüssel")]
    [Trait("Fault", "F164")]
    public async Task A_header_with_anything_but_visible_ASCII_stops_the_request(string value)
    {
        await using var server = RawServer.Answering(Ok);
        using var request = Post(server.Address);
        Assert.True(request.Headers.TryAddWithoutValidation("X-Key", value));

        Assert.Equal(TicketHttpFailureCause.HeaderRefused, Unsent(await TicketHttpExchange.SendAsync(_client, request, CancellationToken.None)));
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task A_read_without_content_tells_refused_and_cut_apart()
    {
        await using var server = new RawServer(static async connection => await connection.ReadRequestAsync());
        using var cut = ToLoopback(new(HttpMethod.Get, server.Address));
        using var refused = new HttpRequestMessage(HttpMethod.Get, "https://no-such-host.invalid/");

        Unanswered(await TicketHttpExchange.SendAsync(_client, cut, CancellationToken.None));
        Unsent(await TicketHttpExchange.SendAsync(_client, refused, CancellationToken.None));
    }

    [Fact]
    public void Every_cause_has_words_of_its_own_and_becomes_a_fault()
    {
        var failures = Enum.GetValues<TicketHttpFailureCause>().Select(static cause => new TicketHttpFailure(cause)).ToArray();

        Assert.Equal(failures.Length, failures.Select(static failure => failure.Message).Distinct(StringComparer.Ordinal).Count());
        Assert.All(failures, static failure =>
        {
            var fault = failure.ToFault("BaseUrl");
            Assert.Equal((failure.Reason, failure.Message, "BaseUrl"), (fault.Reason, fault.Message, fault.Setting));
        });
    }

    private static TicketHttpAnswer Answer(TicketHttpResult result) => Assert.IsType<TicketHttpResult.Answered>(result).Answer;

    private static TicketHttpFailureCause Unsent(TicketHttpResult result) => Assert.IsType<TicketHttpResult.Unsent>(result).Failure.Cause;

    private static TicketHttpFailureCause Unanswered(TicketHttpResult result) => Assert.IsType<TicketHttpResult.Unanswered>(result).Failure.Cause;

    private static HttpRequestMessage Post(Uri address) =>
        ToLoopback(new(HttpMethod.Post, address) { Content = new StringContent("{}", Encoding.UTF8, "application/json") });

    private static HttpRequestMessage ToLoopback(HttpRequestMessage request)
    {
        NetworkPolicy.Loopback.ApplyTo(request);
        return request;
    }

    private async Task<TicketHttpResult> PostAsync(Uri address, CancellationToken cancellationToken = default)
    {
        using var request = Post(address);
        return await TicketHttpExchange.SendAsync(_client, request, cancellationToken);
    }
}
