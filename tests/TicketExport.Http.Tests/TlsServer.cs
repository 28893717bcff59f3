using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace TicketExport.Http;

/// <summary>A listener with a certificate of the test's choice that counts the bytes which reach it inside TLS.</summary>
internal sealed class TlsServer : IAsyncDisposable
{
    /// <summary>The extension by which a client resumes a session.</summary>
    public const int PreSharedKey = 41;

    /// <summary>The extension by which a client says that it sends data before the handshake ended.</summary>
    public const int EarlyData = 42;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2 _certificate;
    private readonly Task _loop;
    private readonly ConcurrentQueue<SslApplicationProtocol> _protocols = new();
    private readonly ConcurrentQueue<IReadOnlyList<int>> _hellos = new();
    private int _bytes;

    public TlsServer(X509Certificate2 certificate)
    {
        _certificate = certificate;
        _listener.Start();
        _loop = AcceptAsync();
    }

    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndpoint;

    /// <summary>What was agreed on, of HTTP/2 and HTTP/1.1.</summary>
    public IReadOnlyCollection<SslApplicationProtocol> Protocols => _protocols;

    /// <summary>The extensions that each client's first message named.</summary>
    public IReadOnlyCollection<IReadOnlyList<int>> Hellos => _hellos;

    public int Bytes => Volatile.Read(ref _bytes);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await ServeAsync(client);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            _hellos.Enqueue(await PeekExtensionsAsync(client.Client));
            await using var stream = new SslStream(client.GetStream());
            var options = new SslServerAuthenticationOptions { ServerCertificate = _certificate, ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11] };
            await stream.AuthenticateAsServerAsync(options, _stop.Token);
            _protocols.Enqueue(stream.NegotiatedApplicationProtocol);
            var buffer = new byte[4096];
            Interlocked.Add(ref _bytes, await stream.ReadAsync(buffer, _stop.Token));
            await stream.WriteAsync("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"u8.ToArray(), _stop.Token);
        }
        catch (Exception exception) when (exception is AuthenticationException or IOException)
        {
            // The client turned the certificate down.
        }
    }

    // The first message as RFC 8446 lays it out: record 5, handshake 4, version 2, random 32, then three lists before the extensions.
    private async Task<IReadOnlyList<int>> PeekExtensionsAsync(Socket socket)
    {
        var buffer = new byte[16 * 1024];
        var read = 0;
        while (read < 5 || read < 5 + BinaryPrimitives.ReadUInt16BigEndian(buffer.AsSpan(3)))
        {
            var before = read;
            read = await socket.ReceiveAsync(buffer, SocketFlags.Peek, _stop.Token);
            if (read == 0 || (read == before && read == buffer.Length))
            {
                return [];
            }
        }

        var at = 5 + 4 + 2 + 32;
        at += 1 + buffer[at];
        at += 2 + BinaryPrimitives.ReadUInt16BigEndian(buffer.AsSpan(at));
        at += 1 + buffer[at];
        var end = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(buffer.AsSpan(at));
        var found = new List<int>();
        for (at += 2; at < end; at += 4 + BinaryPrimitives.ReadUInt16BigEndian(buffer.AsSpan(at + 2)))
        {
            found.Add(BinaryPrimitives.ReadUInt16BigEndian(buffer.AsSpan(at)));
        }

        return found;
    }
}
