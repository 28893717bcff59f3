using Microsoft.Extensions.Options;

namespace TicketExport.Portable.Internal;

internal sealed class PortableExporter(IOptionsMonitor<PortableExportOptions> options, TimeProvider time) : IPortableExporter
{
    public Task WriteAsync(PortableFormat format, IAsyncEnumerable<PortableTicket> tickets, Stream target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tickets);
        ArgumentNullException.ThrowIfNull(target);
        return WriteCountedAsync(format, tickets, target, cancellationToken);
    }

    public async Task<PortableFile> WriteFileAsync(
        PortableFormat format, string name, IAsyncEnumerable<PortableTicket> tickets, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tickets);
        var fileName = PortableFileName.Create(name, format);
        var folder = options.CurrentValue.Folder;
        if (string.IsNullOrWhiteSpace(folder))
        {
            throw new TicketExportException(
                $"{ExportCodes.PortableExportFailed}: no folder is set for portable files. Set TicketExport:Portable:Folder, or PortableExportOptions.Folder in AddPortable.")
            {
                Code = ExportCodes.PortableExportFailed,
            };
        }

        var file = AtomicFile.Create(folder, fileName, time.GetUtcNow());
        await using (file.ConfigureAwait(false))
        {
            var count = await WriteCountedAsync(format, tickets, file.Content, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            file.Commit();
            return new()
            {
                RelativePath = fileName,
                Format = format,
                TicketCount = count,
                SizeBytes = file.Content.BytesWritten,
                Sha256 = file.Content.Sha256(),
            };
        }
    }

    private Task<long> WriteCountedAsync(
        PortableFormat format, IAsyncEnumerable<PortableTicket> tickets, Stream target, CancellationToken cancellationToken) => format switch
        {
            PortableFormat.Csv => CsvTicketWriter.WriteAsync(tickets, target, options.CurrentValue, cancellationToken),
            PortableFormat.Markdown => MarkdownTicketWriter.WriteAsync(tickets, target, time.GetUtcNow(), cancellationToken),
            PortableFormat.Json => JsonTicketWriter.WriteAsync(tickets, target, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "A portable file is CSV, Markdown or JSON."),
        };
}
