using TicketExport.Ledger;
using TicketExport.Pipeline;
using TicketExport.Providers;
using TicketExport.States;
using TicketExport.Sync;

namespace TicketExport.Policies;

/// <summary>Answers a request for a source that has a ticket already, as the target's policies say.</summary>
/// <remarks>Never creates a ticket itself. docs/concepts/duplicates.md has the table.</remarks>
internal sealed class LinkedTickets(
    TicketChangeClaimer claimer,
    StatusReader reader,
    TicketChanger changer,
    ClosedTickets closedTickets,
    ITargetLedger targets)
{
    /// <summary>Whether answering may call the tracker. A request to one target never changes a ticket at another.</summary>
    public static bool MayAct(PreparedExport export, ExportRecord holder) =>
        holder.TargetId == export.Target.Id
        && (export.Target.OnDuplicate == DuplicatePolicy.UpdateExisting
            || export.Target.OnClosedTicket is ClosedTicketPolicy.Reopen or ClosedTicketPolicy.Comment or ClosedTicketPolicy.NewGeneration);

    /// <summary>The answer, or <see langword="null"/> when the closed ticket was unlinked and the source may have a new one.</summary>
    public async Task<ExportResult?> AnswerAsync(PreparedExport export, ExportRecord holder, CancellationToken cancellationToken)
    {
        if (!MayAct(export, holder) || await IsDisabledAsync(export, cancellationToken).ConfigureAwait(false))
        {
            return await LeaveAsync(export, holder, cancellationToken).ConfigureAwait(false);
        }

        var deadline = claimer.NextDeadline;
        return await claimer.ClaimAsync(export, holder, cancellationToken).ConfigureAwait(false) switch
        {
            TicketChangeResult.ToChange { Claim: var claim } => await ActAsync(
                new TicketChange(export, holder, claim, deadline) { DocumentHash = DocumentHash.Of(export.Document) },
                cancellationToken).ConfigureAwait(false),
            TicketChangeResult.Held held => Results.InProgress(holder) with { RetryAt = held.Until },
            _ => Answers.Stands(export, holder),
        };
    }

    private async Task<bool> IsDisabledAsync(PreparedExport export, CancellationToken cancellationToken) =>
        (await targets.FindTargetStateAsync(new TargetKey(export.Account.Id, export.Target.Id), cancellationToken).ConfigureAwait(false)).IsDisabled;

    // No call, so the stored word must do; it is told and never acted on.
    private async Task<ExportResult> LeaveAsync(PreparedExport export, ExportRecord holder, CancellationToken cancellationToken) =>
        Answers.AsksForExisting(export)
            ? Results.OpenedExisting(holder)
            : Results.AlreadyExported(holder, Answers.Duplicate(holder, await reader.FindAsync(holder, cancellationToken).ConfigureAwait(false)));

    private async Task<ExportResult?> ActAsync(TicketChange change, CancellationToken cancellationToken)
    {
        if (change.Export.Target.OnClosedTicket is ClosedTicketPolicy.Unknown or ClosedTicketPolicy.Block && change.Claim.DocumentHash == change.DocumentHash)
        {
            await changer.ReleaseAsync(change).ConfigureAwait(false);
            return Results.OpenedExisting(change.Holder);
        }

        var (isClosed, isProven, refusal) = await JudgeAsync(change, cancellationToken).ConfigureAwait(false);
        if (refusal is not null)
        {
            await changer.ReleaseAsync(change).ConfigureAwait(false);
            return refusal;
        }

        return isClosed
            ? await closedTickets.AnswerAsync(change, isProven, cancellationToken).ConfigureAwait(false)
            : await changer.StandOrUpdateAsync(change, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether the ticket is closed: by a fresh read where the provider can, else by the stored word.</summary>
    private async Task<(bool IsClosed, bool IsProven, ExportResult? Refusal)> JudgeAsync(TicketChange change, CancellationToken cancellationToken)
    {
        if (change.Export.Provider is not IStatusProvider)
        {
            var stored = await reader.FindAsync(change.Link.Export, cancellationToken).ConfigureAwait(false);
            return stored is { IsMissing: true }
                ? (false, false, Answers.NotInStep(change.Holder, stored.Failure ?? Answers.Duplicate(change.Holder, stored)))
                : (stored?.Status == ProviderStatus.Done, false, null);
        }

        if (changer.BudgetOf(change) is not { } budget)
        {
            return (false, false, Answers.NotInStep(change.Holder, SyncFailures.NotRead(TicketChanger.LeaseTooShort, change.Export.Target)));
        }

        var read = await ReadAsync(change, budget, cancellationToken).ConfigureAwait(false);
        return read.Outcome switch
        {
            SyncOutcome.Synced => (read.Sync!.Status == ProviderStatus.Done, true, null),
            SyncOutcome.Unmapped => (false, false, null),
            SyncOutcome.Missing => (false, false, Answers.NotInStep(change.Holder, read.Failure!)),
            _ => (false, false, Unread(change, read)),
        };
    }

    private async Task<SyncResult> ReadAsync(TicketChange change, TimeSpan budget, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(change.Link, budget, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await changer.ReleaseAsync(change).ConfigureAwait(false);
            throw;
        }
    }

    // What is not known is not acted on. Only an update that was asked for and not made is a failure.
    private static ExportResult Unread(TicketChange change, SyncResult read) =>
        change.Export.Target.OnDuplicate == DuplicatePolicy.UpdateExisting
            ? Answers.NotInStep(change.Holder, read.Failure ?? Answers.NotReadNow(read.RetryAt)) with { RetryAt = read.RetryAt }
            : Answers.Stands(change.Export, change.Holder);
}
