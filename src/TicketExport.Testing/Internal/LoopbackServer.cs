using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace TicketExport.Testing.Internal;

// Kestrel without a host: no logging, no configuration and, above all, no handler for Ctrl+C in the program that embeds it.
internal sealed class LoopbackServer(RequestDelegate handler) : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private const long MaxRequestBytes = 4 * 1024 * 1024;
    private static readonly CancellationToken AtOnce = new(canceled: true);

    private KestrelServer? _server;
    private int _port;

    public Uri BaseAddress => new($"http://127.0.0.1:{_port}/");

    // The first start takes a free port; every later one takes the same port again.
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_server is not null)
        {
            return;
        }

        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = MaxRequestBytes;
        options.Listen(IPAddress.Loopback, _port);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var server = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
        await server.StartAsync(this, cancellationToken).ConfigureAwait(false);
        _port = new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First()).Port;
        _server = server;
    }

    public async Task StopAsync()
    {
        if (_server is { } server)
        {
            _server = null;
            await server.StopAsync(AtOnce).ConfigureAwait(false);
            server.Dispose();
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync().ConfigureAwait(false);

    HttpContext IHttpApplication<HttpContext>.CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    Task IHttpApplication<HttpContext>.ProcessRequestAsync(HttpContext context) => handler(context);

    void IHttpApplication<HttpContext>.DisposeContext(HttpContext context, Exception? exception)
    {
    }
}
