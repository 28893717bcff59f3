using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Ledger;
using TicketExport.Pipeline;
using TicketExport.Redaction;

namespace TicketExport.Review;

/// <summary>Reads all that a review needs, in the order in which it is concluded: source, references, sync, duplicates, target.</summary>
internal sealed class ReviewReader(
    IRedactionGateSource gates,
    TargetReader targets,
    TicketReader tickets,
    ConnectionReader connections,
    HostLinks links,
    IExportLedger ledger,
    IExportLedgerQueries queries)
{
    public async Task<ReviewFacts> ReadAsync(ReviewRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var export = request.Export;
        var document = await JudgeAsync(export, cancellationToken).ConfigureAwait(false);
        var facts = new ReviewFacts { Now = now, Source = document.Source, TargetId = export.TargetId, Violations = document.Violations };
        if (!document.HasIdentifiers)
        {
            return facts;
        }

        var target = await targets.ReadAsync(export with { Document = document.Document }, cancellationToken).ConfigureAwait(false);
        facts = Of(facts, document, target) with
        {
            Exports = await tickets.ReadAsync(export.Account.Id, document.Source, request.MayAskTracker, cancellationToken).ConfigureAwait(false),
            SettingsLink = links.SettingsOf(export.Account.Id, target.Target?.Id ?? export.TargetId),
            ReportLink = document.Document.Source.ReportId is { Length: > 0 } report ? links.ReportOf(export.Account.Id, report) : null,
            PausedUntil = (await queries.FindCooldownAsync(new TargetKey(export.Account.Id, target.Target?.Id ?? export.TargetId), cancellationToken).ConfigureAwait(false))?.PausedUntil,
        };
        if (document.HasFingerprint && target.Target is not null)
        {
            facts = await GuardAsync(facts, export.Account, document.Document, target.Target, cancellationToken).ConfigureAwait(false);
        }

        // A ticket that exists needs no connection to be opened, and during a pause nothing is asked.
        return request.MayAskTracker && !facts.IsGuardedByTicket && !facts.IsPaused && facts.Violations.IsEmpty
            ? facts with { Connection = await connections.ReadAsync(export.Account, target, cancellationToken).ConfigureAwait(false) }
            : facts;
    }

    private async Task<DocumentFacts> JudgeAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        var violations = AccountScopeValidator.Validate(request.Account).AddRange(TicketExportDocumentValidator.Validate(request.Document));
        if (!violations.IsEmpty)
        {
            return new DocumentFacts { Document = request.Document, Violations = violations };
        }

        var gate = await gates.GetAsync(request.Account.Id, cancellationToken).ConfigureAwait(false);
        var verdict = gate.Inspect(request.Document);
        return verdict.Document is { } safe
            ? new DocumentFacts { Document = safe }
            : new DocumentFacts { Document = request.Document, Refusal = FailureMap.ContentUnsafe(verdict.Findings) };
    }

    private static ReviewFacts Of(ReviewFacts facts, DocumentFacts document, TargetFacts target) => facts with
    {
        TargetId = target.Target?.Id ?? facts.TargetId,
        ProviderKey = target.Target?.ProviderKey,
        IsProviderMissing = target is { Target: not null, Provider: null },
        UpdatesExisting = target.Target?.OnDuplicate == DuplicatePolicy.UpdateExisting,
        ChangesClosed = target.Target?.OnClosedTicket is ClosedTicketPolicy.Reopen or ClosedTicketPolicy.Comment,
        ReplacesClosed = target.Target?.OnClosedTicket == ClosedTicketPolicy.NewGeneration,
        RecreatesWhenAbsent = target.Target?.RecreateWhenAbsent == true,
        Refusals = document.Refusal is { } refusal ? target.Refusals.Insert(0, refusal) : target.Refusals,
    };

    private async Task<ReviewFacts> GuardAsync(
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
