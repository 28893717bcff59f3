using Microsoft.Extensions.Options;
using TicketExport.Redaction;

namespace TicketExport.Portable.Internal;

internal sealed class PortableExporter(IOptionsMonitor<PortableExportOptions> options, IRedactionGateSource gates, TimeProvider time)
    : IPortableExporter
{
    public Task WriteAsync(PortableFormat format, IAsyncEnumerable<PortableTicket> tickets, Stream target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tickets);
        ArgumentNullException.ThrowIfNull(target);
        return WriteCountedAsync(format, new TicketScreen(gates).ScreenAsync(tickets, cancellationToken), target, cancellationToken);
    }

    public Task<PortableFile> WriteFileAsync(
        PortableFormat format, string name, IAsyncEnumerable<PortableTicket> tickets, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tickets);
        return WriteFileAsync(new(format, PortableFileName.Create(name, format), CanReplace: false), tickets, cancellationToken);
    }

    /// <summary>Writes a file under a name that is used as it stands.</summary>
    public async Task<PortableFile> WriteFileAsync(
        PortableFileSpec spec, IAsyncEnumerable<PortableTicket> tickets, CancellationToken cancellationToken)
    {
        var screen = new TicketScreen(gates);
        var file = AtomicFile.Create(Folder(), spec, time.GetUtcNow());
        await using (file.ConfigureAwait(false))
        {
            var screened = screen.ScreenAsync(tickets, cancellationToken);
            var count = await WriteCountedAsync(spec.Format, screened, file.Content, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            screen.ThrowIfUnsafe(spec.FileName);
            file.Commit();
            return new()
            {
                RelativePath = spec.FileName,
                Format = spec.Format,
                TicketCount = count,
                SizeBytes = file.Content.BytesWritten,
                Sha256 = file.Content.Sha256(),
            };
        }
    }

    /// <summary>Deletes a file below the folder, if it can be.</summary>
    public void Delete(string fileName)
    {
        try
        {
            File.Delete(Path.Combine(Folder(), fileName));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The file is whole and no export names it.
        }
    }

    private string Folder() => options.CurrentValue.Folder is { } folder && !string.IsNullOrWhiteSpace(folder)
        ? folder
        : throw new TicketExportException(
            $"{ExportCodes.PortableExportFailed}: no folder is set for portable files. Set TicketExport:Portable:Folder, or PortableExportOptions.Folder in AddPortable.")
        {
            Code = ExportCodes.PortableExportFailed,
        };

    private Task<long> WriteCountedAsync(
        PortableFormat format, IAsyncEnumerable<PortableTicket> tickets, Stream target, CancellationToken cancellationToken) => format switch
        {
            PortableFormat.Csv => CsvTicketWriter.WriteAsync(tickets, target, options.CurrentValue, cancellationToken),
            PortableFormat.Markdown => MarkdownTicketWriter.WriteAsync(tickets, target, time.GetUtcNow(), cancellationToken),
            PortableFormat.Json => JsonTicketWriter.WriteAsync(tickets, target, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "A portable file is CSV, Markdown or JSON."),
        };
}
