namespace TicketExport.Webhooks.Receiver;

/// <summary>Decides whether another request is let in, before its body is read or anything is hashed.</summary>
/// <remarks>Nothing about the request is proven yet. Implementations are safe for concurrent use.</remarks>
public interface IReceiverRateLimit
{
    /// <summary>Lets a request in, or says how long to wait.</summary>
    /// <param name="endpoint">The endpoint's name.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <returns><see langword="null"/> to let it in; else the time for <c>Retry-After</c>, rounded up to whole seconds, at least 1.</returns>
    ValueTask<TimeSpan?> CheckAsync(string endpoint, CancellationToken cancellationToken);
}
