namespace TicketExport.Portable;

/// <summary>Writes tickets as portable files. Safe for concurrent use.</summary>
/// <remarks>
/// <para>Memory does not grow with the number of tickets. Equal tickets and an equal clock give equal bytes. A written file never counts as a ticket
/// and changes no export.</para>
/// <para>Each ticket passes the redaction gate of its account before a byte of it is written: masked where the gate masks, refused where it
/// blocks.</para>
/// </remarks>
public interface IPortableExporter
{
    /// <summary>Writes tickets to a stream, which stays open. When it throws, a part may have been written.</summary>
    /// <param name="format">The format.</param>
    /// <param name="tickets">The tickets, read once.</param>
    /// <param name="target">A writable stream.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The format is none.</exception>
    /// <exception cref="TicketExportException">
    /// <see cref="ExportCodes.UnsafeContent"/>: a ticket holds what must not leave. Nothing of that ticket was written; those before it may have been.
    /// </exception>
    Task WriteAsync(PortableFormat format, IAsyncEnumerable<PortableTicket> tickets, Stream target, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes tickets to a file of the <see cref="IPortableFileStore"/>, by default below <see cref="PortableExportOptions.Folder"/>. There it
    /// appears under its name complete and flushed to disk, or not at all.
    /// </summary>
    /// <param name="format">The format; gives the extension.</param>
    /// <param name="name">
    /// A name such as a ticket's title. Letters, digits, <c>-</c>, <c>_</c> and inner dots stay, all else becomes <c>-</c>; at most 120 bytes
    /// are kept. A file of that name is never overwritten.
    /// </param>
    /// <param name="tickets">The tickets, read once.</param>
    /// <param name="cancellationToken">Stops the writing; nothing is left behind.</param>
    /// <exception cref="ArgumentException">The name holds no letter and no digit.</exception>
    /// <exception cref="TicketExportException">
    /// <see cref="ExportCodes.PortableExportFailed"/>: no folder is set, the folder or disk refuses the file, or the name is taken.
    /// <see cref="ExportCodes.UnsafeContent"/>: a ticket or the name holds what must not leave; the message names the ticket, the field and the rule.
    /// </exception>
    Task<PortableFile> WriteFileAsync(PortableFormat format, string name, IAsyncEnumerable<PortableTicket> tickets, CancellationToken cancellationToken = default);
}
