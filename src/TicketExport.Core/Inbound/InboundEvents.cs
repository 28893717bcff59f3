using TicketExport.Comments;
using TicketExport.Ledger;
using TicketExport.Pipeline;
using TicketExport.Providers;
using TicketExport.Sync;

namespace TicketExport.Inbound;

/// <summary>Carries out one event: finds its link, and brings comments to the thread and statuses to the ticket.</summary>
/// <remarks>Safe to repeat: what it does before the receipt is written comes to the same a second time.</remarks>
internal sealed class InboundEvents(
    IReceiptLedger ledger,
    SyncRecorder syncs,
    CommentInbox comments,
    SourceStatuses statuses,
    InboundFacts facts)
{
    private const int MaxActor = 256;

    public async Task<AppliedEvent> ApplyAsync(AuthenticDelivery delivery, InboundEvent told, CancellationToken cancellationToken)
    {
        if (ReceivedTicket.Clean(told.Ticket) is not { } ticket)
        {
            return Nothing(RecordOf(delivery, told, null), InboundWords.Unusable);
        }

        var record = RecordOf(delivery, told, ticket.ProviderTicketId);
        var links = await ledger.FindLinksAsync(QueryOf(delivery, ticket), cancellationToken).ConfigureAwait(false);
        if (links is not [var export])
        {
            return Nothing(record, links.IsEmpty ? InboundRules.UnknownTicket : InboundWords.AmbiguousTicket);
        }

        record = record with { Target = new TargetKey(export.Account.Id, export.TargetId), ExportId = export.ExportId };
        return told.Kind is InboundEventKind.CommentAdded or InboundEventKind.CommentEdited or InboundEventKind.CommentDeleted
            ? await ReceiveCommentAsync(delivery, export, told, record, cancellationToken).ConfigureAwait(false)
            : await ReceiveStatusAsync(delivery, export, told, record, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The row of an event that nothing came of.</summary>
    public static AppliedEvent Nothing(InboundRecord record, string reason) => new(new InboundEntry(record with { Reason = reason }));

    public static InboundRecord RecordOf(AuthenticDelivery delivery, InboundEvent told, string? ticketId) => new()
    {
        Target = delivery.Lane,
        DeliveryId = delivery.Told.DeliveryId,
        Kind = told.Kind,
        TicketId = ticketId,
        ActorId = told.ActorId is { Length: > 0 and <= MaxActor } actor && !actor.Any(static c => char.IsControl(c) || char.IsSurrogate(c)) ? actor : null,
        OccurredAt = told.OccurredAt is { } at ? LedgerTime.Floor(at) : null,
    };

    // A link that was made by hand may hold the key in the place of the id. An event's key alone never outweighs its id: keys move on.
    private static LinkQuery QueryOf(AuthenticDelivery delivery, TicketReference ticket) => new()
    {
        AccountId = delivery.AccountId,
        TargetId = delivery.Connection.Target.Id,
        TicketIds = ticket.ExternalIssueId is { } key && key != ticket.ProviderTicketId ? [ticket.ProviderTicketId, key] : [ticket.ProviderTicketId],
        IssueIds = [ticket.ProviderTicketId],
    };

    private async Task<AppliedEvent> ReceiveCommentAsync(
        AuthenticDelivery delivery,
        ExportRecord export,
        InboundEvent told,
        InboundRecord record,
        CancellationToken cancellationToken)
    {
        var applied = await comments.ReceiveAsync(export, delivery.Connection, told, cancellationToken).ConfigureAwait(false);
        return new(new InboundEntry(record with { IsApplied = applied.IsApplied, Reason = applied.Reason })) { AppliedComment = applied.IsApplied };
    }

    private async Task<AppliedEvent> ReceiveStatusAsync(
        AuthenticDelivery delivery,
        ExportRecord export,
        InboundEvent told,
        InboundRecord record,
        CancellationToken cancellationToken)
    {
        var known = await syncs.FindAsync(export, cancellationToken).ConfigureAwait(false);
        if (told.Kind != InboundEventKind.TicketDeleted && told.OccurredAt < known?.ProviderUpdatedAt)
        {
            return Nothing(record, InboundRules.Older);
        }

        var notTaken = told.RequestStatus is null
            ? null
            : await statuses.ApplyAsync(export, delivery.Connection.Target, told, cancellationToken).ConfigureAwait(false);
        var isTaken = told.RequestStatus is not null && notTaken is null;
        if (delivery.CanRead)
        {
            var planned = record with { IsApplied = true, Reason = notTaken ?? InboundWords.ReadPlanned };
            return new(new InboundEntry(planned) { PlansRead = true }) { AppliedStatus = isTaken };
        }

        var fact = await facts.OfAsync(delivery, export, told, cancellationToken).ConfigureAwait(false);
        return fact is null
            ? Nothing(record with { IsApplied = isTaken }, notTaken ?? InboundWords.NothingTold) with { AppliedStatus = isTaken }
            : new(new InboundEntry(record with { Reason = notTaken }) { Fact = fact }) { AppliedStatus = isTaken, Linked = export };
    }
}
