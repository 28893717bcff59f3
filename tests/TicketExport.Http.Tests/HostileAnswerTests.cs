using System.Text;

namespace TicketExport.Http;

/// <summary>Answers that no good server gives, over real sockets.</summary>
public sealed class HostileAnswerTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

    [Theory]
    [InlineData(16, true)]
    [InlineData(17, false)]
    [InlineData(10_000, false)]
    [Trait("Fault", "F43")]
    public async Task Interim_answers_are_read_up_to_a_limit(int count, bool answered)
    {
        var interim = string.Concat(Enumerable.Repeat("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n", count));

        var result = await PostAsync(interim + Ok);

        Assert.Equal(answered, result is TicketHttpResult.Answered { Answer.Status: 200 });
        Assert.True(answered || result is TicketHttpResult.Unanswered { Failure.Cause: TicketHttpFailureCause.InvalidAnswer }, $"{result}");
    }

    [Fact]
    [Trait("Fault", "F43")]
    public async Task A_flood_of_interim_answers_without_end_is_cut_off()
    {
        await using var server = new RawServer(static async connection =>
        {
            await connection.ReadRequestAsync();
            while (true)
            {
                await connection.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n");
            }
        });

        Assert.Equal(TicketHttpFailureCause.InvalidAnswer, Assert.IsType<TicketHttpResult.Unanswered>(await PostAsync(server)).Failure.Cause);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [Trait("Fault", "F43")]
    public async Task Interim_answers_are_counted_however_the_bytes_arrive(int chunk)
    {
        var text = string.Concat(Enumerable.Repeat("HTTP/1.1 102 Processing\r\n\r\n", 17)) + Ok;
        using var source = new ChunkedStream(Encoding.ASCII.GetBytes(text), chunk);
        await using var limit = new Internal.InterimAnswerLimit(source);
        await limit.WriteAsync("GET / HTTP/1.1\r\n\r\n"u8.ToArray());

        await Assert.ThrowsAsync<HttpRequestException>(() => new StreamReader(limit).ReadToEndAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [Trait("Fault", "F43")]
    public async Task The_limit_starts_anew_with_each_request_and_leaves_bodies_alone(int chunk)
    {
        var answer = string.Concat(Enumerable.Repeat("HTTP/1.1 103 Early Hints\r\n\r\n", 16)) + "HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 100 x\r\n\r\nHTTP/1.1 100 x\r\n\r\n";
        using var source = new ChunkedStream(Encoding.ASCII.GetBytes(answer + answer), chunk);
        await using var limit = new Internal.InterimAnswerLimit(source);
        var buffer = new byte[answer.Length];

        for (var request = 0; request < 2; request++)
        {
            await limit.WriteAsync("GET / HTTP/1.1\r\n"u8.ToArray());
            await limit.WriteAsync("\r\n"u8.ToArray());
            await limit.ReadExactlyAsync(buffer);
            Assert.Equal(answer, Encoding.ASCII.GetString(buffer));
        }
    }

    [Fact]
    [Trait("Fault", "F44")]
    public async Task Very_many_small_headers_are_not_known_and_bounded()
    {
        var headers = string.Concat(Enumerable.Range(0, 10_000).Select(static number => $"X-{number}: y\r\n"));

        Assert.Equal(
            TicketHttpFailureCause.InvalidAnswer,
            Assert.IsType<TicketHttpResult.Unanswered>(await PostAsync($"HTTP/1.1 200 OK\r\n{headers}Content-Length: 0\r\n\r\n")).Failure.Cause);
    }

    [Theory]
    [InlineData("Content-Length: two\r\n\r\n{}")]
    [InlineData("Content-Length: -1\r\n\r\n{}")]
    [InlineData("Content-Length: 99999999999999999999\r\n\r\n{}")]
    [InlineData("Content-Length: 2\r\nContent-Length: 5\r\n\r\n{}")]
    [InlineData("Content-Length: 2, 5\r\n\r\n{}")]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n2\r\n{}\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: gzip, chunked\r\nContent-Length: 1\r\n\r\n2\r\n{}\r\n0\r\n\r\n")]
    [Trait("Fault", "F45")]
    public async Task An_answer_whose_length_is_in_doubt_is_never_taken_for_an_answer(string headersAndBody)
    {
        await using var server = RawServer.Answering($"HTTP/1.1 200 OK\r\n{headersAndBody}");
        await using var stage = new GuardStage(new HostLookupTable(), server);

        // A length that promises more than comes is waited for; the deadline ends that.
        using var deadline = new CancellationTokenSource(TimeSpan.FromMilliseconds(500), TimeProvider.System);
        var result = await stage.PostAsync(server.Address, NetworkPolicy.Loopback, deadline.Token);

        Assert.True(result is TicketHttpResult.Unanswered or TicketHttpResult.Answered { Answer.BodyEnd: not TicketHttpBodyEnd.Complete }, $"{result}");
    }

    [Fact]
    [Trait("Fault", "F46")]
    public async Task Bytes_after_the_body_are_ignored_and_the_connection_is_not_used_again()
    {
        await using var server = RawServer.Answering(Ok + "HTTP/1.1 500 Smuggled\r\nContent-Length: 0\r\n\r\n");
        await using var stage = new GuardStage(new HostLookupTable(), server);

        for (var request = 0; request < 3; request++)
        {
            Assert.Equal(200, Assert.IsType<TicketHttpResult.Answered>(await stage.PostAsync(server.Address, NetworkPolicy.Loopback)).Answer.Status);
        }

        Assert.Equal(3, server.Connections);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    [Trait("Fault", "F42")]
    [Trait("Behaviour", "S353")]
    [Trait("Behaviour", "S354")]
    [Trait("Fault", "F162")]
    public async Task No_redirect_is_followed_and_the_second_host_sees_no_byte(int status)
    {
        await using var second = RawServer.Answering(Ok);
        await using var server = RawServer.Answering($"HTTP/1.1 {status} Moved\r\nLocation: {second.Address}\r\nContent-Length: 0\r\n\r\n");
        await using var stage = new GuardStage(new HostLookupTable(), server);

        var answer = Assert.IsType<TicketHttpResult.Answered>(await stage.PostAsync(server.Address, NetworkPolicy.Loopback)).Answer;

        Assert.True(answer.IsRedirect);
        Assert.Equal((0, 1), (second.Connections, stage.Dialled.Count));
    }

    [Fact]
    public async Task A_cookie_is_not_kept()
    {
        var requests = new List<string?>();
        await using var server = new RawServer(async connection =>
        {
            while (await connection.ReadRequestAsync() is { } request)
            {
                requests.Add(request);
                await connection.WriteAsync("HTTP/1.1 204 No Content\r\nSet-Cookie: session=1\r\n\r\n");
            }
        });
        await using var stage = new GuardStage(new HostLookupTable(), server);

        await stage.PostAsync(server.Address, NetworkPolicy.Loopback);
        await stage.PostAsync(server.Address, NetworkPolicy.Loopback);

        Assert.Equal(2, requests.Count);
        Assert.DoesNotContain("cookie", string.Concat(requests), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("accept-encoding", string.Concat(requests), StringComparison.OrdinalIgnoreCase);
        Assert.All(requests, static request => Assert.StartsWith("POST /path HTTP/1.1\r\n", request, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n")]
    [InlineData("HTTP/1.1 2")]
    [InlineData("")]
    [Trait("Fault", "F56")]
    public async Task A_connection_that_is_reset_before_the_headers_end_is_not_known(string answer)
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(answer);
            connection.Reset();
        });

        Assert.IsType<TicketHttpResult.Unanswered>(await PostAsync(server));
        Assert.Equal(1, server.Requests);
    }

    private static async Task<TicketHttpResult> PostAsync(string answer)
    {
        await using var server = RawServer.Answering(answer);
        return await PostAsync(server);
    }

    private static async Task<TicketHttpResult> PostAsync(RawServer server)
    {
        await using var stage = new GuardStage(new HostLookupTable(), server);
        return await stage.PostAsync(server.Address, NetworkPolicy.Loopback);
    }

    private sealed class ChunkedStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer.Length > chunk ? buffer[..chunk] : buffer, cancellationToken);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}
