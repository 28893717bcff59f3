namespace TicketExport.Portable;

/// <summary>Writes many tickets as one zip of portable files with a manifest. Safe for concurrent use.</summary>
/// <remarks>
/// <para>
/// The zip holds <c>tickets/000001-….md</c> and so on, and at its end <c>manifest.json</c> with the name, format, number of tickets, size and
/// SHA-256 of each file. Names are made of letters, digits, <c>-</c>, <c>_</c> and inner dots, so that no tool unpacks them elsewhere.
/// </para>
/// <para>
/// Memory grows with the number of files by some 300 bytes each, because a zip ends with a list of them, and not with their content. Equal tickets
/// and an equal clock give equal bytes on the same version of .NET and the same kind of system. Each ticket passes the redaction gate of its account
/// before a byte of it is written.
/// </para>
/// </remarks>
public interface IPortableBundler
{
    /// <summary>Writes a bundle to a stream, which stays open and need not seek. When it throws, a part may have been written.</summary>
    /// <param name="options">How the tickets become files.</param>
    /// <param name="tickets">The tickets, read once.</param>
    /// <param name="target">A writable stream.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The options are out of range.</exception>
    /// <exception cref="TicketExportException">
    /// <see cref="ExportCodes.UnsafeContent"/>: a ticket or the name of its file holds what must not leave.
    /// <see cref="ExportCodes.PortableExportFailed"/>: there are more files than a zip is read with everywhere; raise
    /// <see cref="PortableBundleOptions.TicketsPerFile"/>.
    /// </exception>
    Task<PortableBundle> WriteAsync(
        PortableBundleOptions options, IAsyncEnumerable<PortableTicket> tickets, Stream target, CancellationToken cancellationToken = default);

    /// <summary>Writes a bundle to a file of the <see cref="IPortableFileStore"/>: complete, or not at all.</summary>
    /// <param name="name">A name such as a report's title; see <see cref="IPortableExporter.WriteFileAsync"/>. A file of that name is never overwritten.</param>
    /// <param name="options">How the tickets become files.</param>
    /// <param name="tickets">The tickets, read once.</param>
    /// <param name="cancellationToken">Stops the writing; nothing is left behind.</param>
    /// <exception cref="ArgumentException">The name holds no letter and no digit, or the options are out of range.</exception>
    /// <exception cref="TicketExportException">
    /// As with <see cref="WriteAsync"/>, and <see cref="ExportCodes.PortableExportFailed"/> where the store refuses the file.
    /// </exception>
    Task<PortableBundle> WriteFileAsync(
        string name, PortableBundleOptions options, IAsyncEnumerable<PortableTicket> tickets, CancellationToken cancellationToken = default);
}
