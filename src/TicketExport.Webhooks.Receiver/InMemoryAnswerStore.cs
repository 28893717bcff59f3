using System.Security.Cryptography;
using TicketExport.Webhooks.Receiver.Internal;

namespace TicketExport.Webhooks.Receiver;

/// <summary>Remembers answers in this process. A restart forgets them; several nodes need a store that they share.</summary>
/// <remarks>Thread-safe. When full it forgets the oldest answer: work that is asked for again after that is done again.</remarks>
public sealed class InMemoryAnswerStore : IAnswerStore
{
    private readonly Lock _gate = new();
    private readonly int _capacity;
    private readonly Dictionary<DeliveryKey, AnswerRow> _rows = [];
    private readonly Queue<(DeliveryKey Key, long Token)> _answered = new();

    /// <summary>Makes an empty store.</summary>
    /// <param name="capacity">The most keys it holds, at least 1; about 500 bytes each.</param>
    public InMemoryAnswerStore(int capacity = WebhookReceiverDefaults.AnswerCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
    }

    /// <inheritdoc/>
    public Task<AnswerClaim> ClaimAsync(AnswerClaimRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return Task.FromResult(AnswerRules.Refuse(_rows.GetValueOrDefault(request.Key), request) ?? Take(request));
        }
    }

    /// <inheritdoc/>
    public Task<bool> CompleteAsync(DeliveryKey key, long token, StoredAnswer answer, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var row = _rows.GetValueOrDefault(key);
            var holds = AnswerRules.Holds(row, token);
            if (holds)
            {
                _rows[key] = row! with { Answer = answer, ExpiresAt = expiresAt };
                _answered.Enqueue((key, token));
            }

            return Task.FromResult(holds);
        }
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(DeliveryKey key, long token, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (AnswerRules.Holds(_rows.GetValueOrDefault(key), token))
            {
                _rows.Remove(key);
            }
        }

        return Task.CompletedTask;
    }

    private AnswerClaim Take(AnswerClaimRequest request)
    {
        MakeRoom(request.Now);
        if (_rows.Count >= _capacity && !_rows.ContainsKey(request.Key))
        {
            return new AnswerClaim.Full();
        }

        var token = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
        _rows[request.Key] = new AnswerRow(request.ContentHash, token, request.LeaseUntil);
        return new AnswerClaim.Taken(token);
    }

    // An entry whose key was taken anew meanwhile has another token and is passed over.
    private void MakeRoom(DateTimeOffset now)
    {
        while (_answered.TryPeek(out var oldest))
        {
            var isLive = _rows.TryGetValue(oldest.Key, out var row) && row.Token == oldest.Token;
            if (isLive && row!.ExpiresAt > now && _rows.Count < _capacity)
            {
                break;
            }

            _answered.Dequeue();
            if (isLive)
            {
                _rows.Remove(oldest.Key);
            }
        }
    }
}
