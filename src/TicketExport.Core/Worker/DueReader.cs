using TicketExport.Contract;
using TicketExport.Ledger;
using TicketExport.Pipeline;

namespace TicketExport.Worker;

/// <summary>Rebuilds the request of a due export from the ledger and prepares it as the exporter does.</summary>
internal sealed class DueReader(IExportLedgerQueries queries, ExportPreparer preparer)
{
    public async Task<DueWork> ReadAsync(DueExport due, CancellationToken cancellationToken)
    {
        var account = due.Target.AccountId;
        var record = await queries.FindExportAsync(account, due.ExportId, cancellationToken).ConfigureAwait(false);
        if (record is null || record.Ticket is not null)
        {
            return new DueWork.Gone();
        }

        var document = await queries.ReadDocumentAsync(account, due.ExportId, cancellationToken).ConfigureAwait(false);
        return document is { } json
            ? await PrepareAsync(record, json, cancellationToken).ConfigureAwait(false)
            : new DueWork.Faulty(record, default, FailureMap.StoredDocumentMissing);
    }

    private async Task<DueWork> PrepareAsync(ExportRecord record, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        var read = TicketExportJson.ReadDocument(json.Span);
        if (!read.IsValid)
        {
            return new DueWork.Faulty(record, json, FailureMap.DocumentInvalid(read.Violations));
        }

        var request = new ExportRequest { Account = record.Account, TargetId = record.TargetId, Document = read.Value };
        return await preparer.PrepareGuardedAsync(request, cancellationToken).ConfigureAwait(false) switch
        {
            // A request with another key is another export: sending it would leave this one due for ever.
            Preparation.Ready { Export: var export } => export.KeysOf(record.Generation).IdempotencyKey == record.IdempotencyKey
                ? new DueWork.Ready(record, export with { AskedAt = record.UpdatedAt, IsDocumentStored = ReferenceEquals(export.Document, read.Value) })
                : new DueWork.Faulty(record, json, FailureMap.KeyChanged(record.TargetId)),
            Preparation.Refused refused => new DueWork.Faulty(record, json, refused.Result.Failure!),
            var other => throw new InvalidOperationException($"{other.GetType()} is not a preparation."),
        };
    }
}
