using TicketExport.Links;

namespace TicketExport.Portable.Import;

/// <summary>
/// Takes a portable file back after its owner imported the tickets by hand and filled in what became of them, and links each source to its ticket, so
/// that a later native export finds the ticket instead of creating another.
/// </summary>
/// <remarks>
/// <para>The owner fills in <c>provider_ticket_id</c>, <c>external_issue_id</c> and <c>external_ticket_url</c>: columns added to a CSV file, members
/// added beside <c>target_id</c> in JSON and in the block of a Markdown file. Rows that are not filled in are passed over. Of a CSV file only
/// <c>source_type</c>, <c>source_id</c>, <c>account_id</c>, <c>project_id</c> and <c>source_fingerprint</c> are needed beside; keep <c>duplicate_fingerprint</c>,
/// by which an id that a spreadsheet changed is noticed.</para>
/// <para>Sends nothing to a tracker, and takes the file for what it is: a customer's words. What it says of another account is refused, addresses and ids
/// are checked as those of a tracker, and the redaction gate sees them before they are stored.</para>
/// <para>Safe for concurrent use, and safe to repeat: what was linked before is answered as such. Memory does not grow with the file.</para>
/// </remarks>
public interface IPortableLinkImporter
{
    /// <summary>Links the sources of a file to their tickets by <see cref="ITicketLinks.ImportLinksAsync"/>, in batches while it is read.</summary>
    /// <param name="file">A readable stream; read forward once and left open.</param>
    /// <param name="request">Whose file it is, who imports it, and whether anything is written.</param>
    /// <param name="cancellationToken">Stops the import. What was answered stays linked; run the import again for the rest.</param>
    /// <returns>One result for each row, in the order of the file. A row that cannot be used is answered as such and stops nothing.</returns>
    /// <exception cref="ArgumentException">The stream cannot be read, the account is empty, or the actor or the reason cannot be used.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The format is not one of <see cref="PortableFormat"/>, or a limit is below 1.</exception>
    /// <exception cref="IOException">The stream fails.</exception>
    /// <exception cref="TicketExportException">The ledger could not be reached.</exception>
    IAsyncEnumerable<PortableLinkResult> ImportLinksAsync(Stream file, PortableLinkRequest request, CancellationToken cancellationToken = default);
}
