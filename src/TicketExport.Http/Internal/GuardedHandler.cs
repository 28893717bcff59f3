using System.Collections.Concurrent;
using System.Net;
using System.Security.Authentication;
using Microsoft.Extensions.Logging;

namespace TicketExport.Http.Internal;

// The innermost handler of every client: judges each request, and keeps the connections of one policy apart from those of another, so that
// one that was opened under a lax policy never serves a strict target.
internal sealed class GuardedHandler(TicketHttpClientOptions options, ILogger<GuardedHandler> logger) : HttpMessageHandler
{
    private const int ResponseHeadersKibibytes = 32;

    private readonly ConcurrentDictionary<NetworkPolicy, Lazy<HttpMessageInvoker>> _pools = new();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        PoolFor(request).SendAsync(request, cancellationToken);

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The clients of AddTicketHttpClient send asynchronously. Use SendAsync.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var pool in _pools.Values)
            {
                pool.Value.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private HttpMessageInvoker PoolFor(HttpRequestMessage request)
    {
        var policy = NetworkPolicy.Of(request);
        var address = request.RequestUri ?? throw new InvalidOperationException("The request has no address. Set RequestUri.");
        if (AddressReach.FindProblem(address, policy) is { } rule)
        {
            throw new UnsafeAddressException(rule);
        }

        // Over HTTP/2 the platform sends a request again whose stream the server gave back, and no one would count its interim answers.
        (request.Version, request.VersionPolicy) = (HttpVersion.Version11, HttpVersionPolicy.RequestVersionOrLower);
        return _pools.GetOrAdd(policy, static (key, self) => new(() => self.CreatePool(key)), this).Value;
    }

    private HttpMessageInvoker CreatePool(NetworkPolicy policy)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectCallback = new GuardedConnector(policy, options, logger).ConnectAsync,
            ConnectTimeout = options.ConnectTimeout,
            MaxConnectionsPerServer = options.MaxConnectionsPerServer,
            MaxResponseHeadersLength = ResponseHeadersKibibytes,
            PlaintextStreamFilter = static (context, _) => ValueTask.FromResult<Stream>(new InterimAnswerLimit(context.PlaintextStream)),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            Proxy = options.Proxy is { } proxy ? new WebProxy(proxy) : null,
            UseCookies = false,
            UseProxy = options.Proxy is not null,
        };
        handler.SslOptions.EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        handler.SslOptions.CertificateChainPolicy = options.CertificateChainPolicy;
        if (options.AddressIsSecret)
        {
            handler.ActivityHeadersPropagator = null;
        }

        return new HttpMessageInvoker(handler);
    }
}
