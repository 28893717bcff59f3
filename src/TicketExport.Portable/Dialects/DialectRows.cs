using System.Text;
using CsvHelper;

namespace TicketExport.Portable.Dialects;

/// <summary>Writes the header and rows of one file of a dialect, and says when the importer takes no more.</summary>
internal sealed class DialectRows(ICsvDialect dialect, Stream target) : IAsyncDisposable
{
    private const int Bom = 3;
    private const int NewLine = 2;

    private readonly CsvWriter _csv = CsvWriter.Create(
        target, new CsvWriterOptions { Separator = dialect.Rules.Delimiter, WriteByteOrderMark = dialect.Rules.ByteOrderMark, Quoting = CsvQuoting.Always }, leaveOpen: true);

    private long _bytes;

    public long Count { get; private set; }

    public async ValueTask WriteHeaderAsync(CancellationToken cancellationToken)
    {
        _bytes = SizeOf(dialect.Columns) + (dialect.Rules.ByteOrderMark ? Bom : 0);
        await WriteAsync(dialect.Columns, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a row, unless the file would get longer than the importer takes.</summary>
    /// <returns>Whether it was written.</returns>
    public async ValueTask<bool> TryWriteAsync(IReadOnlyList<string> row, CancellationToken cancellationToken)
    {
        var size = SizeOf(row);
        if (Count >= dialect.Rules.MaxRows || _bytes + size > dialect.Rules.MaxBytes)
        {
            return false;
        }

        _bytes += size;
        Count++;
        await WriteAsync(row, cancellationToken).ConfigureAwait(false);
        return true;
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken) => await _csv.FlushAsync(cancellationToken).ConfigureAwait(false);

    public ValueTask DisposeAsync() => _csv.DisposeAsync();

    private async ValueTask WriteAsync(IReadOnlyList<string> cells, CancellationToken cancellationToken)
    {
        foreach (var cell in cells)
        {
            _csv.WriteField(cell);
        }

        await _csv.EndRecordAsync(cancellationToken).ConfigureAwait(false);
    }

    // Every field is quoted: two quotes and a delimiter or the end of the record beside its bytes.
    private static long SizeOf(IReadOnlyList<string> cells) =>
        NewLine + cells.Sum(static cell => 3L + Encoding.UTF8.GetByteCount(cell) + cell.Count(static character => character == '"'));
}
