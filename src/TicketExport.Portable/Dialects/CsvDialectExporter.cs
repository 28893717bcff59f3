using System.Collections.Immutable;
using System.Globalization;
using TicketExport.Portable.Internal;
using TicketExport.Redaction;

namespace TicketExport.Portable.Dialects;

internal sealed class CsvDialectExporter(IEnumerable<ICsvDialect> dialects, IPortableFileStore store, IRedactionGateSource gates, TimeProvider time) : ICsvDialectExporter
{
    private readonly StoredContent _content = new(store);

    // A later registration stands for an earlier one of its key.
    public ImmutableSortedDictionary<string, ICsvDialect> Dialects { get; } = dialects
        .GroupBy(static dialect => dialect.Key, StringComparer.OrdinalIgnoreCase)
        .ToImmutableSortedDictionary(static group => group.Key, static group => group.Last(), StringComparer.OrdinalIgnoreCase);

    public async Task<long> WriteAsync(string dialect, IAsyncEnumerable<PortableTicket> tickets, Stream target, CancellationToken cancellationToken)
    {
        var writer = Find(dialect);
        ArgumentNullException.ThrowIfNull(tickets);
        ArgumentNullException.ThrowIfNull(target);
        var source = new DialectSource(writer, new TicketScreen(gates).ScreenAsync(tickets, cancellationToken), time.GetUtcNow(), cancellationToken);
        await using (source.ConfigureAwait(false))
        {
            var count = await source.WriteFileAsync(target, cancellationToken).ConfigureAwait(false);
            return !source.HasMore
                ? count
                : throw Failed($"the importer of '{writer.Key}' takes no more than the {count} ticket(s) before this one in one file. Use WriteFilesAsync, or give fewer tickets");
        }
    }

    public async Task<ImmutableArray<PortableFile>> WriteFilesAsync(
        string dialect, string name, IAsyncEnumerable<PortableTicket> tickets, CancellationToken cancellationToken)
    {
        var writer = Find(dialect);
        ArgumentNullException.ThrowIfNull(tickets);
        var fileName = PortableFileName.Create(name, PortableFormat.Csv);
        var files = ImmutableArray.CreateBuilder<PortableFile>();
        var screen = new TicketScreen(gates);
        try
        {
            var source = new DialectSource(writer, screen.ScreenAsync(tickets, cancellationToken), time.GetUtcNow(), cancellationToken);
            await using (source.ConfigureAwait(false))
            {
                do
                {
                    files.Add(await WriteFileAsync(source, screen, fileName, cancellationToken).ConfigureAwait(false));
                    fileName = PortableFileName.Create(string.Create(CultureInfo.InvariantCulture, $"{files.Count + 1}-{name}"), PortableFormat.Csv);
                }
                while (source.HasMore);
            }
        }
        catch
        {
            await DiscardAsync(files).ConfigureAwait(false);
            throw;
        }

        return files.DrainToImmutable();
    }

    private async Task<PortableFile> WriteFileAsync(DialectSource source, TicketScreen screen, string fileName, CancellationToken cancellationToken)
    {
        var count = 0L;
        var (sizeBytes, sha256) = await _content.WriteAsync(
            fileName,
            canReplace: false,
            async (file, token) =>
            {
                count = await source.WriteFileAsync(file, token).ConfigureAwait(false);
                screen.ThrowIfUnsafe(fileName);
                if (count == 0 && source.HasMore)
                {
                    throw Failed("a ticket is larger than the importer takes in a file. Shorten its texts");
                }
            },
            cancellationToken).ConfigureAwait(false);
        return new() { RelativePath = fileName, Format = PortableFormat.Csv, TicketCount = count, SizeBytes = sizeBytes, Sha256 = sha256 };
    }

    private async Task DiscardAsync(IEnumerable<PortableFile> files)
    {
        foreach (var file in files)
        {
            try
            {
                await store.DeleteAsync(file.RelativePath, CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or TicketExportException)
            {
                // The failure that brought us here is the one to report; the file is whole.
            }
        }
    }

    private ICsvDialect Find(string dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        if (!Dialects.TryGetValue(dialect, out var found))
        {
            throw new ArgumentException(
                $"There is no CSV dialect '{dialect}'. Use one of {string.Join(", ", Dialects.Keys)}, or add yours with AddCsvDialect.", nameof(dialect));
        }

        // Behind an apostrophe or a word nothing runs; behind a blank it does.
        return found.Rules.Guard == CsvDialectRules.ApostropheGuard || !FormulaGuard.IsNeeded(found.Rules.Guard + "=")
            ? found
            : throw new InvalidOperationException($"The guard of the CSV dialect '{dialect}' keeps no formula from running. Set CsvDialectRules.Guard to WordGuard.");
    }

    private static TicketExportException Failed(string why) => new($"{ExportCodes.PortableExportFailed}: {why}.") { Code = ExportCodes.PortableExportFailed };
}
