using System.Collections.Immutable;
using TicketExport.Ledger;
using TicketExport.Sync;

namespace TicketExport.Inbound;

/// <summary>Writes what a delivery brings together with the receipt, and lets links and reads follow.</summary>
internal sealed class InboundReceipts(IReceiptLedger ledger, SyncRecorder syncs, SyncSignal signal)
{
    public Task<ReceiptResult> FindAsync(AuthenticDelivery delivery, string deliveryId, CancellationToken cancellationToken) =>
        ledger.FindReceiptAsync(delivery.Lane, deliveryId, delivery.BodyHash, cancellationToken);

    /// <summary>Never cancelled: what was applied already must be remembered.</summary>
    public async Task<InboundReceiptResult> WriteAsync(AuthenticDelivery delivery, string? deliveryId, ImmutableArray<AppliedEvent> applied)
    {
        var receipt = new InboundReceipt
        {
            Target = delivery.Lane,
            DeliveryId = deliveryId,
            BodyHash = delivery.BodyHash,
            Entries = [.. applied.Select(static one => one.Entry)],
        };
        var written = await ledger.RecordReceiptAsync(receipt, CancellationToken.None).ConfigureAwait(false);
        if (written.Result != ReceiptResult.New)
        {
            return written;
        }

        foreach (var linked in applied.Select(static one => one.Linked).OfType<ExportRecord>())
        {
            await syncs.FollowAsync(linked).ConfigureAwait(false);
        }

        if (applied.Any(static one => one.Entry.PlansRead))
        {
            signal.Wake();
        }

        return written;
    }
}
