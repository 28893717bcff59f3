namespace TicketExport.Retention;

/// <summary>Forgets what findings said, and keeps what guards them: for the host's own schedule, such as once a day.</summary>
/// <remarks>
/// Guards, exports, attempts, links and the audit list stay for ever, so that a finding of years ago still has its one ticket. Safe for
/// use from many threads and processes.
/// </remarks>
public interface ITicketRetention
{
    /// <summary>Removes the documents of all accounts whose exports ended in a ticket and did not change since a time.</summary>
    /// <param name="before">Exports that changed at this time or later keep their documents.</param>
    /// <param name="cancellationToken">Stops between two pages of 500; what was removed stays removed.</param>
    /// <returns>How many documents were removed.</returns>
    /// <exception cref="TicketExportException">The ledger could not be written.</exception>
    Task<long> ForgetDocumentsAsync(DateTimeOffset before, CancellationToken cancellationToken = default);
}
