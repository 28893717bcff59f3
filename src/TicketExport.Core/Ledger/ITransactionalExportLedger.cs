using System.Data.Common;

namespace TicketExport.Ledger;

/// <summary>A ledger that can enqueue an export inside a transaction of the host, on the host's own connection to the same database.</summary>
public interface ITransactionalExportLedger
{
    /// <summary>
    /// Writes an export as approved and due, exactly if the host commits. A later exception of the transaction takes it back.
    /// </summary>
    /// <param name="transaction">The host's open transaction.</param>
    /// <param name="request">The export.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <returns>What came of it; true once the host has committed.</returns>
    /// <exception cref="ArgumentException">The transaction is over, or is not one of the ledger's own database.</exception>
    Task<EnqueueResult> EnqueueAsync(DbTransaction transaction, EnqueueRequest request, CancellationToken cancellationToken);
}
