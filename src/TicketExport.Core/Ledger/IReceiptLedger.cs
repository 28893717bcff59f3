using System.Collections.Immutable;

namespace TicketExport.Ledger;

/// <summary>The part of the ledger that remembers inbound deliveries: none is applied twice, and what came of each event can be told.</summary>
/// <remarks>
/// An implementation guarantees, under any number of callers and processes that share its storage: of several writes of one delivery
/// exactly one is <see cref="ReceiptResult.New"/>, and all that a receipt brings is durable together with it or not at all. All
/// decisions are those of <see cref="InboundRules"/>, <see cref="SyncRules"/> and <see cref="ScheduleRules"/>.
/// </remarks>
public interface IReceiptLedger
{
    /// <summary>Tells whether a delivery is known. A hint that saves work; <see cref="RecordReceiptAsync"/> decides.</summary>
    /// <param name="target">The account and target; the account is empty for a target that several share.</param>
    /// <param name="deliveryId">The sender's id of the delivery.</param>
    /// <param name="bodyHash">A hash of the delivery's bytes.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns><see cref="ReceiptResult.New"/> when it is not known.</returns>
    Task<ReceiptResult> FindReceiptAsync(TargetKey target, string deliveryId, string bodyHash, CancellationToken cancellationToken);

    /// <summary>Finds the exports whose link, live or broken, is a ticket of a target.</summary>
    /// <returns>At most <see cref="LinkQuery.MaxFound"/>: none, one, or enough to see that the ticket alone does not tell the export.</returns>
    /// <exception cref="ArgumentException">The query holds text that cannot be stored.</exception>
    Task<ImmutableArray<ExportRecord>> FindLinksAsync(LinkQuery query, CancellationToken cancellationToken);

    /// <summary>Writes, durably and together, what a delivery brings and that it came, unless it is known.</summary>
    /// <exception cref="ArgumentException">The receipt holds text that cannot be stored.</exception>
    Task<InboundReceiptResult> RecordReceiptAsync(InboundReceipt receipt, CancellationToken cancellationToken);

    /// <summary>Lists what came of a target's events, the newest first.</summary>
    /// <param name="target">The account and target; the account is empty for events of a shared target that named no linked ticket.</param>
    /// <param name="page">The page.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">The page is out of range, or its cursor was not made by this list.</exception>
    Task<Page<InboundRecord>> ListInboundAsync(TargetKey target, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Forgets the oldest receipts and records. A delivery that is repeated after that counts as new.</summary>
    /// <param name="before">What came in earlier is forgotten.</param>
    /// <param name="limit">The most receipts, and the most records, to forget in one call. 1 to 10,000.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>How many rows were removed; 0 when nothing older is left.</returns>
    Task<int> PruneReceiptsAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken);
}
