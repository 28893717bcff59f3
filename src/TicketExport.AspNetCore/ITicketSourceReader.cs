using TicketExport.Contract;

namespace TicketExport.AspNetCore;

/// <summary>Makes tickets of the host's own records. Register with <c>UseSources&lt;T&gt;()</c>.</summary>
/// <remarks>
/// Called when a ticket is created, reviewed or approved, and before a comment is added; a scoped service, from several threads at once.
/// The caller's permission was checked.
/// </remarks>
public interface ITicketSourceReader
{
    /// <summary>Finds a record and writes its ticket.</summary>
    /// <param name="account">The account and project; a record of another one must not be found.</param>
    /// <param name="source">The record's type, as the route is mapped, and its id, as the caller wrote it; untrusted.</param>
    /// <param name="cancellationToken">Cancelled when the caller hangs up.</param>
    /// <returns>
    /// The ticket, whose <c>source.type</c> and <c>source.record_id</c> are those that were asked for; <see langword="null"/> when the
    /// account has no such record.
    /// </returns>
    Task<TicketExportDocument?> FindAsync(AccountScope account, SourceKey source, CancellationToken cancellationToken);
}
