namespace TicketExport.Review;

/// <summary>Reads all that a review needs, in the order in which it is concluded: source, references, sync, duplicates, target.</summary>
internal sealed class ReviewReader(
    DocumentReader documents,
    TargetReader targets,
    TicketReader tickets,
    GuardReader guards,
    ConnectionReader connections)
{
    public async Task<ReviewFacts> ReadAsync(ReviewRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var export = request.Export;
        var document = await documents.ReadAsync(export, cancellationToken).ConfigureAwait(false);
        var facts = new ReviewFacts { Now = now, Source = document.Source, TargetId = export.TargetId, Violations = document.Violations };
        if (!document.HasIdentifiers)
        {
            return facts;
        }

        var target = await targets.ReadAsync(export with { Document = document.Document }, cancellationToken).ConfigureAwait(false);
        facts = Of(facts, document, target) with
        {
            Exports = await tickets.ReadAsync(export.Account.Id, document.Source, request.MayAskTracker, cancellationToken).ConfigureAwait(false),
            PausedUntil = await guards.FindPauseAsync(export.Account.Id, target.Target?.Id ?? export.TargetId, cancellationToken).ConfigureAwait(false),
        };
        if (document.HasFingerprint && target.Target is not null)
        {
            facts = await guards.ReadAsync(facts, export.Account, document.Document, target.Target, cancellationToken).ConfigureAwait(false);
        }

        // A ticket that exists needs no connection to be opened; during a pause, and where nothing may leave, nothing is asked.
        return request.MayAskTracker && facts is { IsGuardedByTicket: false, IsPaused: false, Violations.IsEmpty: true, Refusals.IsEmpty: true }
            ? facts with { Connection = await connections.ReadAsync(export.Account, target, cancellationToken).ConfigureAwait(false) }
            : facts;
    }

    private static ReviewFacts Of(ReviewFacts facts, DocumentFacts document, TargetFacts target) => facts with
    {
        TargetId = target.Target?.Id ?? facts.TargetId,
        ProviderKey = target.Target?.ProviderKey,
        SettingsLink = target.SettingsLink,
        ReportLink = target.ReportLink,
        IsProviderMissing = target is { Target: not null, Provider: null },
        UpdatesExisting = target.Target?.OnDuplicate == DuplicatePolicy.UpdateExisting,
        ChangesClosed = target.Target?.OnClosedTicket is ClosedTicketPolicy.Reopen or ClosedTicketPolicy.Comment,
        ReplacesClosed = target.Target?.OnClosedTicket == ClosedTicketPolicy.NewGeneration,
        RecreatesWhenAbsent = target.Target?.RecreateWhenAbsent == true,
        Refusals = document.Refusal is { } refusal ? target.Refusals.Insert(0, refusal) : target.Refusals,
    };
}
