namespace TicketExport.Webhooks.Receiver;

/// <summary>Remembers which work is under way and how it was answered, so that no work is done twice.</summary>
/// <remarks>Implementations are safe for concurrent use, and all writes are conditional: of callers at the same time, one wins.</remarks>
public interface IAnswerStore
{
    /// <summary>Takes a key for this caller, or tells why not.</summary>
    /// <param name="request">The key, its content and the lease.</param>
    /// <param name="cancellationToken">Cancels before the write, never after it.</param>
    Task<AnswerClaim> ClaimAsync(AnswerClaimRequest request, CancellationToken cancellationToken);

    /// <summary>Writes down the answer, if the claim still holds.</summary>
    /// <param name="key">The key.</param>
    /// <param name="token">The token of the claim.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="expiresAt">Until when it must be remembered.</param>
    /// <param name="cancellationToken">Cancels before the write, never after it.</param>
    /// <returns>Whether it was written; <see langword="false"/> where another caller took the key over.</returns>
    Task<bool> CompleteAsync(DeliveryKey key, long token, StoredAnswer answer, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    /// <summary>Gives a key back, if the claim still holds, so that the work can be tried again with any content.</summary>
    /// <param name="key">The key.</param>
    /// <param name="token">The token of the claim.</param>
    /// <param name="cancellationToken">Cancels before the write, never after it.</param>
    Task ReleaseAsync(DeliveryKey key, long token, CancellationToken cancellationToken);
}
