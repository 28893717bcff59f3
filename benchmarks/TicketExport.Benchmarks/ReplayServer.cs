using System.Collections.Frozen;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using TicketExport.Testing;

namespace TicketExport.Benchmarks;

/// <summary>Says again what was answered to a request of the same method, path, query and body.</summary>
internal sealed class ReplayServer : IAsyncDisposable
{
    private readonly WebApplication _server;

    private ReplayServer(WebApplication server) => _server = server;

    public Uri Address => new(_server.Urls.First());

    public static async Task<ReplayServer> StartAsync(IEnumerable<FakeExchange> exchanges)
    {
        var replies = exchanges
            .Where(static exchange => exchange.Reply is not null)
            .GroupBy(static exchange => KeyOf(exchange.Request.Method, exchange.Request.Path, exchange.Request.Query, exchange.Request.Body.Span))
            .ToFrozenDictionary(static group => group.Key, static group => group.Last().Reply!);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        server.Run(context => AnswerAsync(context, replies));
        await server.StartAsync();
        return new ReplayServer(server);
    }

    public static HttpRequestMessage ToRequest(FakeHttpRequest recorded, Uri address)
    {
        var request = new HttpRequestMessage(new HttpMethod(recorded.Method), QueryHelpers.AddQueryString(new Uri(address, recorded.Path).AbsoluteUri, recorded.Query!));
        if (!recorded.Body.IsEmpty)
        {
            request.Content = new ReadOnlyMemoryContent(recorded.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        }

        foreach (var (name, value) in recorded.Headers.Where(static header => header.Key is "Authorization" or "Accept" or "User-Agent"))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context, FrozenDictionary<string, FakeHttpReply> replies)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var path = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?', 2)[0];
        var query = context.Request.Query.Select(static one => KeyValuePair.Create(one.Key, one.Value.ToString()));
        if (!replies.TryGetValue(KeyOf(context.Request.Method, path, query, body.ToArray()), out var reply))
        {
            context.Response.StatusCode = StatusCodes.Status501NotImplemented;
            return;
        }

        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (!reply.Body.IsEmpty)
        {
            context.Response.ContentType = reply.ContentType;
            context.Response.ContentLength = reply.Body.Length;
            await context.Response.Body.WriteAsync(reply.Body, context.RequestAborted);
        }
    }

    private static string KeyOf(string method, string path, IEnumerable<KeyValuePair<string, string>> query, ReadOnlySpan<byte> body)
    {
        var parameters = string.Join('&', query.OrderBy(static one => one.Key, StringComparer.Ordinal).Select(static one => $"{one.Key}={one.Value}"));
        return $"{method} {path}?{parameters}\n{Encoding.UTF8.GetString(body)}";
    }
}
