using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.Redaction.Internal;
using TicketExport.States;
using TicketExport.Sync;

namespace TicketExport.Inbound;

/// <summary>
/// What an event says about a ticket where nobody can ask the other side: that is what is known. The other side's clock orders its events, and
/// cannot close the future.
/// </summary>
internal sealed class InboundFacts(ReceivedTexts texts, StatusClock clock)
{
    /// <returns>The fact, or <see langword="null"/> when the event says nothing that is kept.</returns>
    public async Task<SyncFact?> OfAsync(AuthenticDelivery delivery, ExportRecord export, InboundEvent told, CancellationToken cancellationToken)
    {
        var (target, now) = (delivery.Connection.Target, clock.Now);
        var fact = new SyncFact
        {
            AccountId = export.Account.Id,
            ExportId = export.ExportId,
            ProviderTicketId = export.Ticket!.ProviderTicketId,
            ObservedAt = now,
            ProviderUpdatedAt = told.OccurredAt < now ? told.OccurredAt : told.OccurredAt is null ? null : now,
        };
        if (told.Kind == InboundEventKind.TicketDeleted)
        {
            var fault = new ProviderFault { Reason = FailureReason.NotFound, Message = "The other side told that the ticket was deleted." };
            return fact with { IsMissing = true, Failure = SyncFailures.Gone(fault, target, SyncFailures.Read) };
        }

        var cleaner = await texts.OfAsync(export.Account, target, delivery.Connection.Credential, null, cancellationToken).ConfigureAwait(false);
        return cleaner.Code(told.RawStatus) is not { Length: > 0 } raw ? null : fact with
        {
            RawStatus = raw,
            Status = told.Status,
            Failure = told.Status == ProviderStatus.Unknown ? SyncFailures.NotMapped : null,
        };
    }
}
