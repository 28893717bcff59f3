using System.Net;
using System.Net.Sockets;

namespace TicketExport.Http;

/// <summary>A name server of the test: each look-up of a name takes its next answer, and the last one stays.</summary>
internal sealed class HostLookupTable
{
    private readonly Dictionary<string, Queue<string>> _answers = new(StringComparer.OrdinalIgnoreCase);
    private readonly string? _anyName;

    public HostLookupTable(string? anyName = null) => _anyName = anyName;

    public int Count { get; private set; }

    public HostLookupTable With(string host, params string[] answers)
    {
        _answers[host] = new Queue<string>(answers);
        return this;
    }

    public Task<IPAddress[]> FindAsync(string host, CancellationToken cancellationToken)
    {
        lock (_answers)
        {
            Count++;
            if (!_answers.TryGetValue(host, out var queue))
            {
                return _anyName is null ? throw new SocketException((int)SocketError.TryAgain) : Task.FromResult(Read(_anyName));
            }

            return Task.FromResult(Read(queue.Count > 1 ? queue.Dequeue() : queue.Peek()));
        }
    }

    private static IPAddress[] Read(string addresses) =>
        [.. addresses.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(IPAddress.Parse)];
}
