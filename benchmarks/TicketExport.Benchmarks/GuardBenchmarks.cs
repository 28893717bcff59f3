using System.Net;
using System.Net.Sockets;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Http;

namespace TicketExport.Benchmarks;

/// <summary>What the guard adds to a request on a connection that stands already, against a bare invoker and the same server on loopback.</summary>
public class GuardBenchmarks
{
    private static readonly byte[] Answer = "HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray();
    private static readonly byte[] Body = new byte[2048];
    private static readonly Uri Receiver = new("https://hooks.example.com/ticket-export");

    private TcpListener _listener = null!;
    private HttpMessageInvoker _bare = null!;
    private ServiceProvider _services = null!;
    private HttpClient _guarded = null!;
    private Uri _address = null!;

    [GlobalSetup]
    public void Setup()
    {
        _listener = Listener();
        _listener.Start();
        _bare = Bare();
        _address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _ = AcceptAsync();
        var services = new ServiceCollection();
        services.AddTicketHttpClient("benchmark", static options => options.AddressIsSecret = true);
        _services = services.BuildServiceProvider();
        _guarded = _services.GetRequiredService<IHttpClientFactory>().CreateClient("benchmark");
    }

    // Loopback only.
    private static TcpListener Listener() => new(IPAddress.Loopback, 0);

    private static HttpMessageInvoker Bare() => new(new SocketsHttpHandler { UseCookies = false, UseProxy = false, AllowAutoRedirect = false });

    [GlobalCleanup]
    public void Cleanup()
    {
        _guarded.Dispose();
        _services.Dispose();
        _bare.Dispose();
        _listener.Stop();
    }

    [Benchmark(Baseline = true, Description = "Bare invoker, pooled connection")]
    public async Task<HttpStatusCode> BareAsync()
    {
        using var request = Post();
        using var response = await _bare.SendAsync(request, CancellationToken.None);
        return response.StatusCode;
    }

    [Benchmark(Description = "Guarded exchange, pooled connection")]
    public async Task<TicketHttpResult> GuardedAsync()
    {
        using var request = Post();
        NetworkPolicy.Loopback.ApplyTo(request);
        return await TicketHttpExchange.SendAsync(_guarded, request, CancellationToken.None) is TicketHttpResult.Answered answered
            ? answered
            : throw new InvalidOperationException("The server did not answer.");
    }

    [Benchmark(Description = "Judge an address, no network")]
    public bool Judge() => TargetAddress.Check(Receiver, NetworkPolicy.Public).IsSafe;

    private HttpRequestMessage Post() => new(HttpMethod.Post, _address) { Content = new ByteArrayContent(Body) };

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    // Answers whenever a whole body has come; the head of these requests holds no byte of value zero.
    private static async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            var buffer = new byte[8192];
            var zeros = 0;
            int read;
            while ((read = await stream.ReadAsync(buffer)) > 0)
            {
                zeros += buffer.AsSpan(0, read).Count((byte)0);
                if (zeros == Body.Length)
                {
                    zeros = 0;
                    await stream.WriteAsync(Answer);
                }
            }
        }
    }
}
