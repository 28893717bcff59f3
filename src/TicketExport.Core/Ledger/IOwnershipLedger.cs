namespace TicketExport.Ledger;

/// <summary>The part of the ledger that remembers who confirmed which destination.</summary>
/// <remarks>Rows are only ever added, so that they are their own audit. Safe for use from many threads.</remarks>
public interface IOwnershipLedger
{
    /// <summary>Finds the newest row of a target. Reads only.</summary>
    /// <returns>The row, or <see langword="null"/> when nobody ever confirmed one.</returns>
    /// <exception cref="ArgumentException">An id cannot be stored.</exception>
    Task<OwnershipRecord?> FindOwnershipAsync(TargetKey target, CancellationToken cancellationToken);

    /// <summary>Confirms or withdraws, as <see cref="LedgerRules"/> decides on the newest row, in one durable write.</summary>
    /// <param name="command">The change.</param>
    /// <param name="cancellationToken">Cancels before the write, never after it.</param>
    /// <exception cref="ArgumentException">The change cannot be stored; nothing was written.</exception>
    Task<OwnershipResult> ChangeOwnershipAsync(OwnershipCommand command, CancellationToken cancellationToken);

    /// <summary>Lists the rows of a target, the newest first.</summary>
    /// <exception cref="ArgumentException">An id cannot be stored, the page is out of range, or its cursor was not made by this list.</exception>
    Task<Page<OwnershipRecord>> ListOwnershipAsync(TargetKey target, PageRequest page, CancellationToken cancellationToken);
}
