using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace TicketExport.Http;

/// <summary>
/// A guarded client whose look-ups are the test's own and whose every dialled address is noted and led to one server on loopback, so
/// that a hole in the guard shows as a connection and no packet leaves the machine.
/// </summary>
internal sealed class GuardStage : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly HttpClient _client;
    private readonly RawServer _server;
    private readonly bool _ownsServer;
    private readonly List<IPEndPoint> _dialled = [];

    public GuardStage(HostLookupTable lookups, RawServer? server = null, Action<TicketHttpClientOptions>? configure = null, Action<IServiceCollection>? host = null)
    {
        _ownsServer = server is null;
        _server = server ?? RawServer.Answering("HTTP/1.1 204 No Content\r\n\r\n");
        var services = new ServiceCollection();
        services.AddTicketHttpClient("guarded", options =>
        {
            options.Lookup = lookups.FindAsync;
            options.Dial = DialAsync;
            configure?.Invoke(options);
        });
        host?.Invoke(services);
        _services = services.BuildServiceProvider();
        _client = _services.GetRequiredService<IHttpClientFactory>().CreateClient("guarded");
    }

    public RawServer Server => _server;

    public HashSet<IPAddress> Dead { get; } = [];

    public HashSet<IPAddress> Silent { get; } = [];

    public IReadOnlyList<IPEndPoint> Dialled
    {
        get
        {
            lock (_dialled)
            {
                return [.. _dialled];
            }
        }
    }

    public Task<TicketHttpResult> PostAsync(string address, NetworkPolicy? policy = null, CancellationToken cancellationToken = default) =>
        PostAsync(new Uri(address), policy, cancellationToken);

    public async Task<TicketHttpResult> PostAsync(Uri address, NetworkPolicy? policy = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        return await SendAsync(request, policy, cancellationToken);
    }

    public Task<TicketHttpResult> SendAsync(HttpRequestMessage request, NetworkPolicy? policy = null, CancellationToken cancellationToken = default)
    {
        policy?.ApplyTo(request);
        return TicketHttpExchange.SendAsync(_client, request, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _services.DisposeAsync();
        if (_ownsServer)
        {
            await _server.DisposeAsync();
        }
    }

    private async Task<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        lock (_dialled)
        {
            _dialled.Add(endPoint);
        }

        if (Dead.Contains(endPoint.Address))
        {
            throw new SocketException((int)SocketError.ConnectionRefused);
        }

        if (Silent.Contains(endPoint.Address))
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        return await Internal.Dialler.DialAsync(new IPEndPoint(IPAddress.Loopback, _server.Address.Port), cancellationToken);
    }
}
