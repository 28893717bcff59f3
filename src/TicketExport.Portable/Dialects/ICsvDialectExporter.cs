using System.Collections.Immutable;

namespace TicketExport.Portable.Dialects;

/// <summary>Writes tickets in the CSV that a tracker's own importer takes. Safe for concurrent use.</summary>
/// <remarks>
/// <para>Each ticket passes the redaction gate of its account before a byte of it is written, as in <see cref="IPortableExporter"/>. Memory does not grow
/// with the number of tickets, and a written file changes no export.</para>
/// <para>The files go one way: an importer needs less than a ticket holds. To tell this library what became of the tickets, fill in a file of
/// <see cref="PortableFormat.Csv"/> and give it to <see cref="Import.IPortableLinkImporter"/>; the marker in each row tells which ticket is whose.</para>
/// </remarks>
public interface ICsvDialectExporter
{
    /// <summary>The dialects that are registered, by key.</summary>
    ImmutableSortedDictionary<string, ICsvDialect> Dialects { get; }

    /// <summary>Writes tickets to a stream, which stays open. When it throws, a part may have been written.</summary>
    /// <param name="dialect">The key of the dialect, without case.</param>
    /// <param name="tickets">The tickets, read once.</param>
    /// <param name="target">A writable stream.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>How many tickets were written.</returns>
    /// <exception cref="ArgumentException">There is no such dialect.</exception>
    /// <exception cref="TicketExportException">
    /// <see cref="ExportCodes.UnsafeContent"/>: a ticket holds what must not leave. <see cref="ExportCodes.PortableExportFailed"/>: the tickets need more
    /// than the one file that the importer takes at once.
    /// </exception>
    Task<long> WriteAsync(string dialect, IAsyncEnumerable<PortableTicket> tickets, Stream target, CancellationToken cancellationToken = default);

    /// <summary>Writes tickets to files of the <see cref="IPortableFileStore"/>, as many as the importer's limits ask for, each whole and with its header.</summary>
    /// <param name="dialect">The key of the dialect, without case.</param>
    /// <param name="name">The name of the first file, made safe as <see cref="IPortableExporter.WriteFileAsync"/> does. The others begin with their number.</param>
    /// <param name="tickets">The tickets, read once.</param>
    /// <param name="cancellationToken">Stops the writing; nothing is left behind.</param>
    /// <returns>The files, in order; one without rows where there are no tickets.</returns>
    /// <exception cref="ArgumentException">There is no such dialect, or the name holds no letter and no digit.</exception>
    /// <exception cref="TicketExportException">
    /// <see cref="ExportCodes.UnsafeContent"/>: a ticket or the name holds what must not leave. <see cref="ExportCodes.PortableExportFailed"/>: the store
    /// refuses a file, or one ticket is larger than the importer takes. No file is left.
    /// </exception>
    Task<ImmutableArray<PortableFile>> WriteFilesAsync(
        string dialect, string name, IAsyncEnumerable<PortableTicket> tickets, CancellationToken cancellationToken = default);
}
