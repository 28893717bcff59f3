using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Ledger;

namespace TicketExport.Review;

/// <summary>Reads who holds the guard key of a review, and until when the target's tracker asked to wait.</summary>
internal sealed class GuardReader(IExportLedger ledger, IExportLedgerQueries queries)
{
    public async Task<DateTimeOffset?> FindPauseAsync(string accountId, string targetId, CancellationToken cancellationToken) =>
        (await queries.FindCooldownAsync(new TargetKey(accountId, targetId), cancellationToken).ConfigureAwait(false))?.PausedUntil;

    public async Task<ReviewFacts> ReadAsync(
        ReviewFacts facts,
        AccountScope account,
        TicketExportDocument document,
        TicketTarget target,
        CancellationToken cancellationToken)
    {
        var fingerprint = DuplicateFingerprint.Compute(account, document.Source);
        var guard = await ledger.FindGuardAsync(account.Id, ExportKeys.GuardKeyOf(fingerprint, target), cancellationToken).ConfigureAwait(false);
        var key = ExportKeys.Compute(fingerprint, target, guard?.Generation ?? 1).IdempotencyKey;
        var own = facts.Exports.FirstOrDefault(export => export.Record.IdempotencyKey == key);
        return facts with
        {
            IsGuardKnown = true,
            HolderId = guard is { IsLive: true } ? guard.Holder.ExportId : null,
            OwnId = own?.Record.ExportId,
            IsDocumentChanged = own is not null && await IsChangedAsync(account.Id, own.Record.ExportId, document, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<bool> IsChangedAsync(string accountId, string exportId, TicketExportDocument document, CancellationToken cancellationToken) =>
        await queries.ReadDocumentAsync(accountId, exportId, cancellationToken).ConfigureAwait(false) is not { } stored
        || !stored.Span.SequenceEqual(TicketExportJson.ToUtf8Bytes(document));
}
