using TicketExport.Redaction;

namespace TicketExport.Portable.Internal;

internal sealed class PortableBundler(PortableExporter exporter, IPortableFileStore store, IRedactionGateSource gates) : IPortableBundler
{
    private readonly StoredContent _content = new(store);

    public async Task<PortableBundle> WriteAsync(
        PortableBundleOptions options, IAsyncEnumerable<PortableTicket> tickets, Stream target, CancellationToken cancellationToken)
    {
        ThrowIfUnusable(options);
        ArgumentNullException.ThrowIfNull(tickets);
        ArgumentNullException.ThrowIfNull(target);

        // Between the zip and the stream, so that a zip is the same whether or not the stream can seek.
        var content = new PortableStream(target, fileName: null);
        await using (content.ConfigureAwait(false))
        {
            var (files, count) = await WriteZipAsync(options, tickets, (content, new TicketScreen(gates)), cancellationToken).ConfigureAwait(false);
            await target.FlushAsync(cancellationToken).ConfigureAwait(false);
            return new() { FileCount = files, TicketCount = count, SizeBytes = content.BytesWritten, Sha256 = content.Sha256() };
        }
    }

    public async Task<PortableBundle> WriteFileAsync(
        string name, PortableBundleOptions options, IAsyncEnumerable<PortableTicket> tickets, CancellationToken cancellationToken)
    {
        ThrowIfUnusable(options);
        ArgumentNullException.ThrowIfNull(tickets);
        var fileName = PortableFileName.Create(name, PortableFileName.ZipExtension);
        var screen = new TicketScreen(gates);
        var (files, count) = (0, 0L);
        var (sizeBytes, sha256) = await _content.WriteAsync(
            fileName,
            canReplace: false,
            async (file, token) =>
            {
                (files, count) = await WriteZipAsync(options, tickets, (file, screen), token).ConfigureAwait(false);
                screen.ThrowIfUnsafe(fileName);
            },
            cancellationToken).ConfigureAwait(false);
        return new() { RelativePath = fileName, FileCount = files, TicketCount = count, SizeBytes = sizeBytes, Sha256 = sha256 };
    }

    private async Task<(int Files, long Tickets)> WriteZipAsync(
        PortableBundleOptions options,
        IAsyncEnumerable<PortableTicket> tickets,
        (Stream File, TicketScreen Screen) to,
        CancellationToken cancellationToken)
    {
        var zip = await BundleZip.CreateAsync(to.File, cancellationToken).ConfigureAwait(false);
        await using (zip.ConfigureAwait(false))
        {
            var batches = new TicketBatches(to.Screen.ScreenAsync(tickets, cancellationToken), options.TicketsPerFile, cancellationToken);
            await using (batches.ConfigureAwait(false))
            {
                while (await batches.MoveNextAsync().ConfigureAwait(false))
                {
                    var name = BundleNames.Of(batches.Current, batches.Taken + 1, options);
                    to.Screen.ThrowIfUnsafe(name);
                    await zip.AddAsync(
                        name,
                        options.Format,
                        (file, token) => exporter.WriteCountedAsync(options.Format, batches.TakeAsync(), file, token),
                        cancellationToken).ConfigureAwait(false);
                }

                await zip.EndAsync(batches.Taken, cancellationToken).ConfigureAwait(false);
                return (zip.FileCount, batches.Taken);
            }
        }
    }

    private static void ThrowIfUnusable(PortableBundleOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.TicketsPerFile, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.TicketsPerFile, PortableBundleOptions.MaxTicketsPerFile, nameof(options));
        _ = PortableFormats.WordOf(options.Format);
    }
}
