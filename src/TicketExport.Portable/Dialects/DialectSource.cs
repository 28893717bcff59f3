using TicketExport.Portable.Internal;

namespace TicketExport.Portable.Dialects;

/// <summary>The tickets of an export in a dialect, as rows for one file after the other.</summary>
internal sealed class DialectSource(ICsvDialect dialect, IAsyncEnumerable<PortableTicket> tickets, DateTimeOffset now, CancellationToken cancellationToken)
    : IAsyncDisposable
{
    private readonly IAsyncEnumerator<PortableTicket> _tickets = tickets.GetAsyncEnumerator(cancellationToken);
    private IReadOnlyList<string>? _held;

    /// <summary>Whether a row did not fit into the last file.</summary>
    public bool HasMore => _held is not null;

    /// <summary>Writes a file: the header and as many rows as the importer takes.</summary>
    /// <returns>How many rows.</returns>
    public async Task<long> WriteFileAsync(Stream target, CancellationToken cancellationToken)
    {
        var rows = new DialectRows(dialect, target);
        await using (rows.ConfigureAwait(false))
        {
            await rows.WriteHeaderAsync(cancellationToken).ConfigureAwait(false);
            while (_held is not null || await _tickets.MoveNextAsync().ConfigureAwait(false))
            {
                _held ??= RowOf(_tickets.Current);
                if (!await rows.TryWriteAsync(_held, cancellationToken).ConfigureAwait(false))
                {
                    break;
                }

                _held = null;
            }

            await rows.FlushAsync(cancellationToken).ConfigureAwait(false);
            return rows.Count;
        }
    }

    public ValueTask DisposeAsync() => _tickets.DisposeAsync();

    private List<string> RowOf(PortableTicket ticket)
    {
        var row = dialect.RowOf(new() { Ticket = ticket, Marker = DialectMarker.Of(ticket), Now = now, Guard = dialect.Rules.Guard });
        if (row.Count != dialect.Columns.Count)
        {
            throw new InvalidOperationException($"The CSV dialect '{dialect.Key}' gave {row.Count} cells for {dialect.Columns.Count} columns. Give one cell for each column.");
        }

        return [.. row.Select(cell => FormulaGuard.IsNeeded(cell) ? dialect.Rules.Guard + cell : cell)];
    }
}
