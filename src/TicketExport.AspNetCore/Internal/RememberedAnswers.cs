using Microsoft.AspNetCore.Http;

namespace TicketExport.AspNetCore.Internal;

/// <summary>
/// The answers to requests with an <c>Idempotency-Key</c>, in this process and bounded. What is forgotten is guarded by the ledger all the
/// same: a repeated create finds its ticket, a repeated comment its id.
/// </summary>
internal sealed class RememberedAnswers(EndpointSettings settings, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, RememberedAnswer Entry)>> _byKey = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, RememberedAnswer Entry)> _oldestFirst = [];

    /// <summary>Takes a key for a request.</summary>
    /// <returns>The answer to give instead of making one; <see langword="null"/> when the caller makes it and then calls <see cref="End"/>.</returns>
    public ApiAnswer? Begin(string key, string requestHash)
    {
        lock (_gate)
        {
            Forget();
            if (!_byKey.TryGetValue(key, out var node))
            {
                _byKey[key] = _oldestFirst.AddLast((key, new RememberedAnswer(requestHash, time.GetUtcNow())));
                return null;
            }

            var entry = node.Value.Entry;
            return entry.RequestHash == requestHash ? entry.Answer ?? InUse : Reused;
        }
    }

    /// <summary>Keeps an answer that changed something; any other request may be made again under its key.</summary>
    public void End(string key, ApiAnswer? answer)
    {
        lock (_gate)
        {
            if (!_byKey.TryGetValue(key, out var node))
            {
                return;
            }

            if (answer is { IsSuccess: true, Body.Length: <= 64 * 1024 })
            {
                node.Value.Entry.Answer = answer;
            }
            else
            {
                Remove(node);
            }
        }
    }

    // One that is still being answered stays, however old: its key must not be taken twice.
    private void Forget()
    {
        var before = time.GetUtcNow() - settings.Options.RememberAnswers;
        var node = _oldestFirst.First;
        while (node is not null && (node.Value.Entry.Since < before || _byKey.Count >= settings.Options.MaxRememberedAnswers))
        {
            var next = node.Next;
            if (node.Value.Entry.Answer is not null)
            {
                Remove(node);
            }

            node = next;
        }
    }

    private void Remove(LinkedListNode<(string Key, RememberedAnswer Entry)> node)
    {
        _byKey.Remove(node.Value.Key);
        _oldestFirst.Remove(node);
    }

    private static ApiAnswer InUse => Problems.Of(
        StatusCodes.Status409Conflict,
        ApiCodes.IdempotencyKeyInUse,
        "The request with this Idempotency-Key is still being answered. Ask again in a moment.") with
    { RetryAfterSeconds = 1 };

    private static ApiAnswer Reused => Problems.Of(
        StatusCodes.Status422UnprocessableEntity,
        ApiCodes.IdempotencyKeyReused,
        "The Idempotency-Key came before with another request. Use a new key for a new request.");
}
