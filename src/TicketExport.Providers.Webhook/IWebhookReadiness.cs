using TicketExport.Contract;

namespace TicketExport.Providers.Webhook;

/// <summary>Finds out whether a webhook target can be used, with a signed test delivery.</summary>
/// <remarks>
/// <para>The test delivery is an envelope of event <c>ticket_export.test</c>. A receiver made with the receiver kit verifies it and does
/// no work; a flow that looks at no event name gets a ticket that says that it is a test. It is sent once, again with the same bytes, and
/// once with an old timestamp; the second and third must be refused by a receiver that guards against replays.</para>
/// <para>Nothing is sent when the target's settings are not good, or when its owner has not been confirmed. Safe for use from many
/// threads.</para>
/// </remarks>
public interface IWebhookReadiness
{
    /// <summary>Checks one target.</summary>
    /// <param name="account">The account and project.</param>
    /// <param name="targetId">The target's id.</param>
    /// <param name="sample">A document to judge the payload by; <see langword="null"/> for a placeholder. It is not sent: what is sent is the placeholder.</param>
    /// <param name="cancellationToken">Cancels the deliveries.</param>
    /// <exception cref="ArgumentException">The account has no such target, or it is no webhook target.</exception>
    Task<WebhookReadinessReport> CheckAsync(
        AccountScope account,
        string targetId,
        TicketExportDocument? sample = null,
        CancellationToken cancellationToken = default);
}
