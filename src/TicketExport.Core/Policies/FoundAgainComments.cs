using TicketExport.Ledger;
using TicketExport.Pipeline;
using TicketExport.Providers;
using TicketExport.Redaction.Internal;
using TicketExport.States;
using TicketExport.Sync;

namespace TicketExport.Policies;

/// <summary>The comment on a closed ticket whose finding was found again.</summary>
internal sealed class FoundAgainComments(TicketChanger changer, AbilityCaller caller, OutgoingTexts texts)
{
    /// <summary>Says on the ticket that the finding was found again, at most once for each document.</summary>
    public async Task<ExportResult> AddAsync(TicketChange change, CancellationToken cancellationToken)
    {
        if (change.Claim.CommentHash == change.DocumentHash)
        {
            await changer.ReleaseAsync(change).ConfigureAwait(false);
            return Answers.Stands(change.Export, change.Holder);
        }

        var export = change.Export;
        var found = ("$.comment", $"Found again: {export.Document.Title}");
        var judged = await texts.InspectAsync(export.Account, export.Target, export.Credential, found, cancellationToken).ConfigureAwait(false);
        if (judged.Text is not { } text || changer.BudgetOf(change) is not { } budget)
        {
            await changer.ReleaseAsync(change).ConfigureAwait(false);
            return Answers.NotInStep(
                change.Holder,
                judged.IsBlocked ? FailureMap.ContentUnsafe(judged.Findings) : SyncFailures.NotWritten(TicketChanger.LeaseTooShort, change.Export.Target));
        }

        // Written before it leaves and not taken back in doubt: one comment too few is better than one at each run.
        if (!await changer.RecordAsync(change, TicketChanger.IntentOf(change, change.Claim.DocumentHash) with { CommentHash = change.DocumentHash }).ConfigureAwait(false))
        {
            return Results.InProgress(change.Holder);
        }

        return await PostAsync(change, text, budget, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ExportResult> PostAsync(TicketChange change, string text, TimeSpan budget, CancellationToken cancellationToken)
    {
        var request = new AddCommentRequest
        {
            Account = change.Export.Account,
            Target = change.Export.Target,
            Credential = change.Export.Credential,
            Ticket = change.Claim.Ticket,
            CommentId = change.DocumentHash,
            Text = text,
        };
        var call = AbilityCalls.Comment(change.Export.Provider, request);
        var outcome = await caller.CallAsync(change.Export.Provider, call, budget, cancellationToken).ConfigureAwait(false);
        var fault = call.Describe(outcome).Fault;
        var failure = fault is null ? null : SyncFailures.NotWritten(fault, change.Export.Target);
        await changer.RecordAsync(change, new TicketChangeUpdate
        {
            Stage = TicketChangeStage.Ended,
            SyncState = failure is null ? SyncState.Synced : SyncState.Error,
            DocumentHash = change.Claim.DocumentHash,
            CommentHash = outcome is CommentOutcome.Rejected ? change.Claim.CommentHash : change.DocumentHash,
            Failure = failure,
        }).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return failure is null ? Answers.Stands(change.Export, change.Holder) : Answers.NotInStep(change.Holder, failure);
    }
}
