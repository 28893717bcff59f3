using System.Collections.Immutable;
using TicketExport.Ledger;
using TicketExport.States;

namespace TicketExport.Review;

/// <summary>Reads the exports of a source with their attempts and tickets.</summary>
internal sealed class TicketReader(IExportLedgerQueries queries)
{
    public async Task<ImmutableArray<ExportFacts>> ReadAsync(string accountId, SourceKey source, bool mayAskTracker, CancellationToken cancellationToken)
    {
        var records = await queries.ListBySourceAsync(accountId, source, cancellationToken).ConfigureAwait(false);
        var exports = ImmutableArray.CreateBuilder<ExportFacts>(records.Length);
        foreach (var record in records)
        {
            var attempts = await queries.ListAttemptsAsync(accountId, record.ExportId, cancellationToken).ConfigureAwait(false);
            exports.Add(new ExportFacts { Record = record, Attempts = attempts, Reference = ReferenceOf(record) });
        }

        return exports.MoveToImmutable();
    }

    private static ReviewedReference? ReferenceOf(ExportRecord record) => record.Ticket is not { } ticket
        ? null
        : new ReviewedReference
        {
            ExportId = record.ExportId,
            TargetId = record.TargetId,
            ProviderKey = record.ProviderKey,
            Ticket = ticket,
            Link = LinkState.Live,
            LinkedAt = record.LinkedAt,
        };
}
