namespace TicketExport.Webhooks.Receiver;

/// <summary>Remembers nonces, so that no delivery is let in twice.</summary>
/// <remarks>
/// Implementations are safe for concurrent use. With several nodes they share one store; with a store that does not survive a
/// restart, a delivery can be replayed once after it, within the time window.
/// </remarks>
public interface INonceStore
{
    /// <summary>Remembers a nonce unless it is known: of callers at the same time, exactly one adds it.</summary>
    /// <param name="endpoint">The endpoint's name; the same nonce at another endpoint is another nonce.</param>
    /// <param name="nonce">1 to 128 visible ASCII characters.</param>
    /// <param name="now">The receiver's time. Nonces that expired before may be forgotten.</param>
    /// <param name="expiresAt">Until when the nonce must be remembered.</param>
    /// <param name="cancellationToken">Cancels before the write, never after it.</param>
    Task<NonceResult> AddAsync(string endpoint, string nonce, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellationToken);
}
