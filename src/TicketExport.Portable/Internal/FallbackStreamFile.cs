using System.Security.Cryptography;

namespace TicketExport.Portable.Internal;

/// <summary>A file in a stream of the host's. Built in memory first, so that a refused ticket leaves the stream as it was.</summary>
internal sealed class FallbackStreamFile(PortableExporter exporter, Stream target, string storageKey) : FallbackFile
{
    public override string PathOf(PortableFormat format) => storageKey;

    public override async Task<PortableFile> WriteAsync(PortableFormat format, PortableTicket ticket, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await exporter.WriteAsync(format, OneTicket.Of(ticket), buffer, cancellationToken).ConfigureAwait(false);
        var content = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        try
        {
            await target.WriteAsync(content, cancellationToken).ConfigureAwait(false);
            await target.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw new TicketExportException(
                $"{ExportCodes.PortableExportFailed}: the host's stream refused the file ({exception.GetType().Name}). Check the storage, and throw away what arrived.", exception)
            {
                Code = ExportCodes.PortableExportFailed,
            };
        }

        return new()
        {
            RelativePath = storageKey,
            Format = format,
            TicketCount = 1,
            SizeBytes = content.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span)),
        };
    }

    // The stream is the host's; the outcome tells it to.
    public override Task DiscardAsync(PortableFile file) => Task.CompletedTask;
}
