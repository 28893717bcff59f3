using System.IO.Compression;
using System.Text.Json;

namespace TicketExport.Portable.Internal;

/// <summary>A zip that is written from the front to the end, with its manifest as the last entry.</summary>
internal sealed class BundleZip : IAsyncDisposable
{
    // The earliest time that a zip can hold; the clock would make each zip another one.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipOutput _output;
    private readonly ZipArchive _zip;
    private readonly List<BundleEntry> _entries = [];
    private bool _isEnded;

    private BundleZip(ZipOutput output, ZipArchive zip)
    {
        _output = output;
        _zip = zip;
    }

    public int FileCount => _entries.Count;

    public static async Task<BundleZip> CreateAsync(Stream target, CancellationToken cancellationToken)
    {
        var output = new ZipOutput(target);
        return new(output, await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken).ConfigureAwait(false));
    }

    public async Task AddAsync(
        string name, PortableFormat format, Func<Stream, CancellationToken, Task<long>> write, CancellationToken cancellationToken)
    {
        if (_entries.Count == PortableBundleOptions.MaxFiles)
        {
            throw new TicketExportException(
                $"{ExportCodes.PortableExportFailed}: a bundle holds at most {PortableBundleOptions.MaxFiles} files. Raise TicketsPerFile of its options.")
            {
                Code = ExportCodes.PortableExportFailed,
            };
        }

        _entries.Add(await WriteAsync(name, format, write, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Adds the manifest and ends the zip. One that is disposed without this is not ended, so that nobody takes it for whole.</summary>
    public async Task EndAsync(long ticketCount, CancellationToken cancellationToken)
    {
        await WriteAsync(
            BundleNames.Manifest,
            PortableFormat.Json,
            async (file, token) =>
            {
                await WriteManifestAsync(file, ticketCount, token).ConfigureAwait(false);
                return 0;
            },
            cancellationToken).ConfigureAwait(false);
        _isEnded = true;
        await _zip.DisposeAsync().ConfigureAwait(false);
        await _output.DrainAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isEnded)
        {
            _output.Abandon();
            await _zip.DisposeAsync().ConfigureAwait(false);
        }

        await _output.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<BundleEntry> WriteAsync(
        string name, PortableFormat format, Func<Stream, CancellationToken, Task<long>> write, CancellationToken cancellationToken)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        entry.ExternalAttributes = 0;
        var file = await entry.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            var content = new PortableStream(file, fileName: null);
            await using (content.ConfigureAwait(false))
            {
                var count = await write(content, cancellationToken).ConfigureAwait(false);
                return new(name, format, count, content.BytesWritten, content.Sha256());
            }
        }
    }

    private async Task WriteManifestAsync(Stream file, long ticketCount, CancellationToken cancellationToken)
    {
        var json = new Utf8JsonWriter(file, PortableJson.Options);
        await using (json.ConfigureAwait(false))
        {
            json.WriteStartObject();
            json.WriteString("schema_version", PortableExportContract.BundleVersion);
            json.WriteString("file_schema_version", PortableExportContract.Version);
            json.WriteString("contract_version", Contract.TicketExportContract.Version);
            json.WriteNumber("ticket_count", ticketCount);
            json.WriteStartArray("files");
            foreach (var entry in _entries)
            {
                Write(json, entry);
                await json.FlushAsync(cancellationToken).ConfigureAwait(false);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static void Write(Utf8JsonWriter json, BundleEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("name", entry.Name);
        json.WriteString("format", PortableFormats.WordOf(entry.Format));
        json.WriteNumber("ticket_count", entry.TicketCount);
        json.WriteNumber("size_bytes", entry.SizeBytes);
        json.WriteString("sha256", entry.Sha256);
        json.WriteEndObject();
    }
}
