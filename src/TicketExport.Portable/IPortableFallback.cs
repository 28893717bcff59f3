namespace TicketExport.Portable;

/// <summary>Hands an export over as a portable file when no native path to its target is safe. Safe for concurrent use.</summary>
/// <remarks>
/// <para>The file is made from the document that the ledger keeps for the export, so source type, source id and both keys are those of the native
/// attempts. It passes the redaction gate of its account. Then the export is parked: its retry is taken away, so that the file and a ticket do not
/// both come of it.</para>
/// <para>Refused, and nothing is changed, where a ticket exists, where a try of unknown outcome may have created one, while a claim is at work, and
/// where the target is healthy; <see cref="PortableFallbackRequest.Override"/> lifts the last of these and no other.</para>
/// <para>A call that was cut off between file and parking is repeated as it was: the file has the same name each time.</para>
/// </remarks>
public interface IPortableFallback
{
    /// <summary>
    /// Shows what <see cref="CreateFileAsync"/> would do with the same request: source, keys, format, the fields to review, and each item that is
    /// ready or blocks. Reads only.
    /// </summary>
    /// <param name="request">Which export, which format, and who asks; an <see cref="PortableFallbackRequest.Override"/> counts.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The format is none.</exception>
    /// <exception cref="TicketExportException">The ledger cannot be reached.</exception>
    Task<PortablePreview> PreviewAsync(PortableFallbackRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes the file into the <see cref="IPortableFileStore"/>, by default below <see cref="PortableExportOptions.Folder"/>, and parks the
    /// export with the file's path as <c>portable_export_path</c>, its format, and why it has that one and why there is a file.
    /// </summary>
    /// <param name="request">Which export, which format, and who asks.</param>
    /// <param name="cancellationToken">Stops the work. Once the file stands, the export is parked all the same.</param>
    /// <returns>What came of it; a refusal and a disk that fails are results.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The format is none.</exception>
    /// <exception cref="TicketExportException">The ledger cannot be reached. A file may stand; repeat the call.</exception>
    Task<PortableFallbackResult> CreateFileAsync(PortableFallbackRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes the file to a stream of the host's, such as one into its object storage, and parks the export with the host's own key as
    /// <c>portable_export_path</c>.
    /// </summary>
    /// <param name="request">Which export, which format, and who asks.</param>
    /// <param name="target">A writable stream, which stays open. It gets the whole file or, where the call is refused, nothing.</param>
    /// <param name="storageKey">Where the host keeps the file: 1 to 1,024 characters, relative, without <c>:</c>, <c>..</c> and control characters.</param>
    /// <param name="cancellationToken">Stops the work. Once the stream has the file, the export is parked all the same.</param>
    /// <returns>What came of it. Where the export changed after the stream was written, the host throws the file away.</returns>
    /// <exception cref="ArgumentException">The key is empty, too long, absolute, an address, or leaves its folder.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The format is none.</exception>
    /// <exception cref="TicketExportException">The ledger cannot be reached. The stream may have the file; repeat the call.</exception>
    Task<PortableFallbackResult> CreateAsync(
        PortableFallbackRequest request, Stream target, string storageKey, CancellationToken cancellationToken = default);

    /// <summary>
    /// Opens the file of an export for a download, from the <see cref="IPortableFileStore"/>. Reads only: the export, its keys and its
    /// status stay as they are, and no ticket comes of it.
    /// </summary>
    /// <param name="accountId">The account.</param>
    /// <param name="exportId">The export (<c>ticket_export_id</c>).</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The file, which the caller disposes, or why there is none.</returns>
    /// <exception cref="TicketExportException">
    /// The ledger cannot be reached, or <see cref="ExportCodes.PortableExportFailed"/>: the store refuses the file that it keeps.
    /// </exception>
    Task<PortableDownload> OpenReadAsync(string accountId, string exportId, CancellationToken cancellationToken = default);
}
