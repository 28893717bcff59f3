namespace TicketExport.Portable.Internal;

/// <summary>A file below the folder of the options, named by the export's key: equal in every call, and no two exports share it.</summary>
internal sealed class FallbackFolderFile(PortableExporter exporter, string idempotencyKey) : FallbackFile
{
    public override string PathOf(PortableFormat format) => PortableFileName.Create($"ticket-export-{idempotencyKey}", format);

    public override Task<PortableFile> WriteAsync(PortableFormat format, PortableTicket ticket, CancellationToken cancellationToken) =>
        exporter.WriteFileAsync(new(format, PathOf(format), CanReplace: true), OneTicket.Of(ticket), cancellationToken);

    public override void Discard(PortableFile file) => exporter.Delete(file.RelativePath);
}
