namespace TicketExport.Ledger;

/// <summary>The part of the ledger that remembers which targets are disabled.</summary>
/// <remarks>
/// Rows are only ever added, so that they are their own audit; those of a provider come with the end of a claim, in
/// <see cref="IExportLedger.RecordAsync"/>. Safe for use from many threads.
/// </remarks>
public interface ITargetLedger
{
    /// <summary>Finds how a target stands. Reads only.</summary>
    /// <returns>How it stands; enabled and without failures when nothing is known of it.</returns>
    /// <exception cref="ArgumentException">An id cannot be stored.</exception>
    Task<TargetState> FindTargetStateAsync(TargetKey target, CancellationToken cancellationToken);

    /// <summary>Disables or enables a target, as <see cref="LedgerRules"/> decides on its newest row, in one durable write.</summary>
    /// <param name="command">The switch.</param>
    /// <param name="cancellationToken">Cancels before the write, never after it.</param>
    /// <exception cref="ArgumentException">The switch cannot be stored; nothing was written.</exception>
    Task<TargetSwitchResult> SwitchTargetAsync(TargetSwitchCommand command, CancellationToken cancellationToken);

    /// <summary>Lists the switches of a target, the newest first.</summary>
    /// <exception cref="ArgumentException">An id cannot be stored, the page is out of range, or its cursor was not made by this list.</exception>
    Task<Page<TargetSwitch>> ListTargetSwitchesAsync(TargetKey target, PageRequest page, CancellationToken cancellationToken);
}
