using Microsoft.Extensions.Options;
using TicketExport.Redaction;

namespace TicketExport.Portable.Internal;

internal sealed class PortableExporter(
    IOptionsMonitor<PortableExportOptions> options, IPortableFileStore store, IRedactionGateSource gates, TimeProvider time) : IPortableExporter
{
    private readonly StoredContent _content = new(store);

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
        var count = 0L;
        var (sizeBytes, sha256) = await _content.WriteAsync(
            spec.FileName,
            spec.CanReplace,
            async (file, token) =>
            {
                count = await WriteCountedAsync(spec.Format, screen.ScreenAsync(tickets, token), file, token).ConfigureAwait(false);
                screen.ThrowIfUnsafe(spec.FileName);
            },
            cancellationToken).ConfigureAwait(false);
        return new() { RelativePath = spec.FileName, Format = spec.Format, TicketCount = count, SizeBytes = sizeBytes, Sha256 = sha256 };
    }

    /// <summary>Throws a file of the store away, if it can be.</summary>
    public async Task DeleteAsync(string fileName)
    {
        try
        {
            await store.DeleteAsync(fileName, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or TicketExportException)
        {
            // The file is whole and no export names it.
        }
    }

    /// <summary>Writes tickets that have passed their gates, and counts them.</summary>
    public Task<long> WriteCountedAsync(
        PortableFormat format, IAsyncEnumerable<PortableTicket> tickets, Stream target, CancellationToken cancellationToken) => format switch
        {
            PortableFormat.Csv => CsvTicketWriter.WriteAsync(tickets, target, options.CurrentValue, cancellationToken),
            PortableFormat.Markdown => MarkdownTicketWriter.WriteAsync(tickets, target, time.GetUtcNow(), cancellationToken),
            PortableFormat.Json => JsonTicketWriter.WriteAsync(tickets, target, cancellationToken),
            PortableFormat.JsonLines => JsonLinesTicketWriter.WriteAsync(tickets, target, cancellationToken),
            _ => throw PortableFormats.Unknown(format),
        };
}
