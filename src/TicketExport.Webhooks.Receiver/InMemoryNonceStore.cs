namespace TicketExport.Webhooks.Receiver;

/// <summary>Remembers nonces in this process. A restart forgets them; several nodes need a store that they share.</summary>
/// <remarks>
/// Thread-safe. When full of nonces that still count it takes no more, and the receiver answers 503: forgetting one early would let a
/// replay in. Only deliveries with a right signature reach it.
/// </remarks>
public sealed class InMemoryNonceStore : INonceStore
{
    private readonly Lock _gate = new();
    private readonly int _capacity;
    private readonly HashSet<(string Endpoint, string Nonce)> _known = [];
    private readonly PriorityQueue<(string Endpoint, string Nonce), DateTimeOffset> _byExpiry = new();

    /// <summary>Makes an empty store.</summary>
    /// <param name="capacity">The most nonces it holds, at least 1; about 200 bytes each.</param>
    public InMemoryNonceStore(int capacity = WebhookReceiverDefaults.NonceCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
    }

    /// <inheritdoc/>
    public Task<NonceResult> AddAsync(string endpoint, string nonce, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return Task.FromResult(Add((endpoint, nonce), now, expiresAt));
        }
    }

    private NonceResult Add((string Endpoint, string Nonce) key, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        while (_byExpiry.TryPeek(out var oldest, out var end) && end <= now)
        {
            _byExpiry.Dequeue();
            _known.Remove(oldest);
        }

        if (_known.Contains(key))
        {
            return NonceResult.Known;
        }

        if (_known.Count >= _capacity)
        {
            return NonceResult.Full;
        }

        _known.Add(key);
        _byExpiry.Enqueue(key, expiresAt);
        return NonceResult.Added;
    }
}
