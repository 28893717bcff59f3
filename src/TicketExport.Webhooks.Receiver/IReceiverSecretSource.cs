namespace TicketExport.Webhooks.Receiver;

/// <summary>Gives the live secrets of an endpoint from the host's own vault, instead of <see cref="WebhookReceiverOptions.Secrets"/>.</summary>
/// <remarks>Asked for each request: cache as long as a revoked secret may live on. Implementations are safe for concurrent use.</remarks>
public interface IReceiverSecretSource
{
    /// <summary>Gives the live secrets, at most 5; none closes the endpoint.</summary>
    /// <param name="endpoint">The endpoint's name.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    ValueTask<IReadOnlyList<string>> GetAsync(string endpoint, CancellationToken cancellationToken);
}
