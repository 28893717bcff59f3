using TicketExport.Ledger;

namespace TicketExport.Portable.Internal;

/// <summary>A file in the store, named by the export's key: equal in every call, and no two exports share it.</summary>
internal sealed class FallbackStoredFile(PortableExporter exporter, ExportRecord export) : FallbackFile
{
    public static string NameOf(ExportRecord export, PortableFormat format) => PortableFileName.Create($"ticket-export-{export.IdempotencyKey.Value}", format);

    public override string PathOf(PortableFormat format) => NameOf(export, format);

    public override Task<PortableFile> WriteAsync(PortableFormat format, PortableTicket ticket, CancellationToken cancellationToken) =>
        exporter.WriteFileAsync(new(format, PathOf(format), CanReplace: true), OneTicket.Of(ticket), cancellationToken);

    public override Task DiscardAsync(PortableFile file) => exporter.DeleteAsync(file.RelativePath);
}
