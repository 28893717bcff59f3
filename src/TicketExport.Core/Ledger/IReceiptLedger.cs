namespace TicketExport.Ledger;

/// <summary>The part of the ledger that remembers inbound deliveries, so that none is applied twice.</summary>
public interface IReceiptLedger
{
    /// <summary>Remembers a delivery, durably, unless it is known.</summary>
    /// <param name="target">The account and target.</param>
    /// <param name="deliveryId">The sender's id of the delivery.</param>
    /// <param name="bodyHash">A hash of the delivery's bytes.</param>
    /// <param name="cancellationToken">Cancels before the write, never after it.</param>
    Task<ReceiptResult> TryAddReceiptAsync(TargetKey target, string deliveryId, string bodyHash, CancellationToken cancellationToken);
}
