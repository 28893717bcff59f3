using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TicketExport.Http;

/// <summary>A listener that says exactly the bytes it is told, for answers that no real server would give.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<RawConnection, Task> _serve;
    private readonly Task _loop;
    private int _connections;
    private int _requests;

    public RawServer(Func<RawConnection, Task> serve)
    {
        _serve = serve;
        _listener.Start();
        _loop = AcceptAsync();
    }

    public int Connections => Volatile.Read(ref _connections);

    public int Requests => Volatile.Read(ref _requests);

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/path");

    public Uri TlsAddress => new($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/path");

    public static RawServer Answering(string answer) => new(async connection =>
    {
        while (await connection.ReadRequestAsync() is not null)
        {
            await connection.WriteAsync(answer);
        }
    });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                open.Add(ServeAsync(client));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await _serve(new RawConnection(client, () => Interlocked.Increment(ref _requests), _stop.Token));
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
            {
                // The other side left.
            }
        }
    }

    internal sealed class RawConnection(TcpClient client, Action onRequest, CancellationToken stop)
    {
        private readonly NetworkStream _stream = client.GetStream();
        private readonly StringBuilder _pending = new();

        public CancellationToken Stop => stop;

        public async Task<string?> ReadRequestAsync()
        {
            var buffer = new byte[4096];
            while (true)
            {
                if (TakeRequest() is { } request)
                {
                    onRequest();
                    return request;
                }

                var read = await _stream.ReadAsync(buffer, stop);
                if (read == 0)
                {
                    return null;
                }

                _pending.Append(Encoding.Latin1.GetString(buffer, 0, read));
            }
        }

        public async Task WriteAsync(string text) => await _stream.WriteAsync(Encoding.Latin1.GetBytes(text), stop);

        public Task WaitAsync() => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);

        public void Reset()
        {
            client.Client.LingerState = new LingerOption(enable: true, seconds: 0);
            client.Close();
        }

        private string? TakeRequest()
        {
            var text = _pending.ToString();
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0)
            {
                return null;
            }

            var length = text[..end].Split("\r\n")
                .Where(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                .Select(static line => int.Parse(line["Content-Length:".Length..], System.Globalization.CultureInfo.InvariantCulture))
                .FirstOrDefault();
            if (text.Length < end + 4 + length)
            {
                return null;
            }

            _pending.Remove(0, end + 4 + length);
            return text[..(end + 4 + length)];
        }
    }
}
