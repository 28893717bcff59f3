namespace TicketExport.Portable.Internal;

/// <summary>Where the file of a fallback goes, and under which path the export remembers it.</summary>
internal abstract class FallbackFile
{
    public abstract string PathOf(PortableFormat format);

    /// <summary>Writes the whole file or nothing.</summary>
    public abstract Task<PortableFile> WriteAsync(PortableFormat format, PortableTicket ticket, CancellationToken cancellationToken);

    /// <summary>Takes a file back that the export was not parked with.</summary>
    public abstract Task DiscardAsync(PortableFile file);
}
