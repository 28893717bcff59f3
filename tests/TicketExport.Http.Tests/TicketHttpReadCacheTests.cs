using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace TicketExport.Http;

public sealed class TicketHttpReadCacheTests : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly ConcurrentQueue<string> _seen = [];

    public TicketHttpReadCacheTests()
    {
        var services = new ServiceCollection();
        services.AddTicketHttpClient("api");
        _services = services.BuildServiceProvider();
    }

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task What_did_not_change_is_given_again_and_was_asked_for()
    {
        await using var server = Serving(Tagged("\"one\"", "1"), NotModified());
        var cache = Cache();

        var first = Answer(await cache.GetAsync(Access(server), TicketHttpPath.Of($"x"), CancellationToken.None));
        var second = Answer(await cache.GetAsync(Access(server), TicketHttpPath.Of($"x"), CancellationToken.None));

        Assert.Equal((200, 200, "1"), (first.Status, second.Status, Text(second)));
        Assert.Equal([false, true], _seen.Select(static request => request.Contains("\r\nIf-None-Match: \"one\"\r\n", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_changed_takes_the_place_of_what_was()
    {
        await using var server = Serving(Tagged("\"one\"", "1"), Tagged("W/\"two\"", "2"), NotModified());
        var cache = Cache();

        string[] read = [await ReadAsync(cache, server), await ReadAsync(cache, server), await ReadAsync(cache, server)];

        Assert.Equal(["1", "2", "2"], read);
        Assert.Contains("\r\nIf-None-Match: W/\"two\"\r\n", _seen.Last(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("other-token", "x")]
    [InlineData("token", "y")]
    public async Task No_credential_and_no_address_gets_the_answer_of_another(string token, string path)
    {
        await using var server = Serving(Tagged("\"one\"", "1"), Tagged("\"two\"", "2"));
        var cache = Cache();

        Assert.Equal("1", await ReadAsync(cache, server));
        Assert.Equal("2", await ReadAsync(cache, server, token, path));
        Assert.DoesNotContain(_seen, static request => request.Contains("If-None-Match", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1\r\n\r\n1")]
    [InlineData("HTTP/1.1 200 OK\r\nETag: \"one\"\r\nCache-Control: private, no-store\r\nContent-Length: 1\r\n\r\n1")]
    [InlineData("HTTP/1.1 404 Not Found\r\nETag: \"one\"\r\nContent-Length: 1\r\n\r\n1")]
    [InlineData("HTTP/1.1 200 OK\r\nETag: \"o ne\"\r\nContent-Length: 1\r\n\r\n1")]
    public async Task What_must_not_be_kept_is_not_kept(string answer)
    {
        await using var server = Serving(answer, Tagged("\"two\"", "2"));
        var cache = Cache();

        Assert.Equal("1", await ReadAsync(cache, server));
        Assert.Equal("2", await ReadAsync(cache, server));
        Assert.DoesNotContain(_seen, static request => request.Contains("If-None-Match", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_answer_is_not_kept()
    {
        var body = new string('x', (64 * 1024) + 1);
        await using var server = Serving(Tagged("\"one\"", body), Tagged("\"two\"", "2"));
        var cache = new TicketHttpReadCache(new(_services.GetRequiredService<IHttpClientFactory>(), "api", 1024 * 1024));

        Assert.Equal(body, await ReadAsync(cache, server));
        Assert.Equal("2", await ReadAsync(cache, server));
        Assert.DoesNotContain(_seen, static request => request.Contains("If-None-Match", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_full_cache_forgets_what_was_asked_for_longest_ago()
    {
        await using var server = Serving(Tagged("\"a\"", "1"), Tagged("\"b\"", "2"), NotModified(), Tagged("\"c\"", "3"), NotModified(), Tagged("\"b\"", "4"));
        var cache = Cache(capacity: 2);

        string[] read =
        [
            await ReadAsync(cache, server, path: "a"), await ReadAsync(cache, server, path: "b"), await ReadAsync(cache, server, path: "a"),
            await ReadAsync(cache, server, path: "c"), await ReadAsync(cache, server, path: "a"), await ReadAsync(cache, server, path: "b"),
        ];

        Assert.Equal(["1", "2", "1", "3", "1", "4"], read);
        Assert.DoesNotContain("If-None-Match", _seen.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_in_between_does_not_cost_what_is_known()
    {
        await using var server = Serving(
            Tagged("\"one\"", "1"), "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 4\r\n\r\noops", NotModified());
        var cache = Cache();

        Assert.Equal("1", await ReadAsync(cache, server));
        Assert.Equal("oops", await ReadAsync(cache, server));
        Assert.Equal("1", await ReadAsync(cache, server));
    }

    [Fact]
    public async Task Not_modified_without_a_question_is_passed_on_as_it_is()
    {
        await using var server = Serving(NotModified());

        Assert.Equal(304, Answer(await Cache().GetAsync(Access(server), TicketHttpPath.Of($"x"), CancellationToken.None)).Status);
    }

    private static string Tagged(string tag, string body) =>
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nETag: {tag}\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    private static string NotModified() => "HTTP/1.1 304 Not Modified\r\n\r\n";

    private static TicketHttpAccess Access(RawServer server, string token = "token") =>
        new TicketHttpAccess(new Uri(server.Address, "/root/"), NetworkPolicy.Loopback).WithBearer(token);

    private static TicketHttpAnswer Answer(TicketHttpResult result) => Assert.IsType<TicketHttpResult.Answered>(result).Answer;

    private static string Text(TicketHttpAnswer answer) => System.Text.Encoding.UTF8.GetString(answer.Body.Span);

    private static async Task<string> ReadAsync(TicketHttpReadCache cache, RawServer server, string token = "token", string path = "x") =>
        Text(Answer(await cache.GetAsync(Access(server, token), TicketHttpPath.Of($"{path}"), CancellationToken.None)));

    private TicketHttpReadCache Cache(int capacity = TicketHttpReadCache.DefaultCapacity) =>
        new(new(_services.GetRequiredService<IHttpClientFactory>(), "api"), capacity);

    private RawServer Serving(params string[] answers)
    {
        var rest = new ConcurrentQueue<string>(answers);
        return new(async connection =>
        {
            while (await connection.ReadRequestAsync() is { } request)
            {
                _seen.Enqueue(request);
                await connection.WriteAsync(rest.TryDequeue(out var answer) ? answer : "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n");
            }
        });
    }
}
