using TicketExport.Diagnostics;
using TicketExport.Ledger;
using TicketExport.Policies;
using TicketExport.Worker;

namespace TicketExport.Pipeline;

/// <summary>The stages from the claim on, for callers that have prepared an export.</summary>
internal sealed class ExportPipeline(
    ExportClaimer claimer,
    ExportSender sender,
    ExportAnswers answers,
    WorkSignal signal,
    ExportTelemetry telemetry)
{
    /// <summary>The generation to claim, or the answer where the source has a ticket already and nothing is to be done about it.</summary>
    public async Task<(int Generation, ExportResult? Linked)> LookUpAsync(PreparedExport export, CancellationToken cancellationToken)
    {
        var guard = await claimer.FindGuardAsync(export, cancellationToken).ConfigureAwait(false);
        var stands = guard is { IsLive: true, Holder.Ticket: not null } && !LinkedTickets.MayAct(export, guard.Holder);
        return (
            guard?.Generation ?? 1,
            stands ? await answers.AskPoliciesAsync(export, guard!.Holder, cancellationToken).ConfigureAwait(false) : null);
    }

    /// <summary>Leaves a refused request in the ledger, where its source and target are known.</summary>
    public async Task<ExportResult> RefuseAsync(Preparation.Refused refused, CancellationToken cancellationToken) =>
        refused.Stopped is { } stopped
            && await claimer.BlockAsync(stopped, refused.Result.Failure!, cancellationToken).ConfigureAwait(false) is BlockResult.Blocked blocked
                ? answers.Results.Blocked(blocked.Export)
                : refused.Result;

    /// <summary>Leaves a prepared export to a worker.</summary>
    public async Task<ExportResult> EnqueueAsync(PreparedExport export, AuditStamp? by, CancellationToken cancellationToken)
    {
        var (generation, linked) = await LookUpAsync(export, cancellationToken).ConfigureAwait(false);
        if (linked is not null)
        {
            return linked;
        }

        var result = await claimer.EnqueueAsync(export, generation, by, cancellationToken).ConfigureAwait(false);
        if (result is EnqueueResult.Linked { Holder: var holder })
        {
            if (await answers.AskPoliciesAsync(export, holder, cancellationToken).ConfigureAwait(false) is { } answer)
            {
                return answer;
            }

            // The policies are asked once: whatever has a ticket after this has a new one.
            result = await claimer.EnqueueAsync(export, holder.Generation + 1, by, cancellationToken).ConfigureAwait(false);
        }

        return Answer(export, result);
    }

    private ExportResult Answer(PreparedExport export, EnqueueResult result)
    {
        switch (result)
        {
            case EnqueueResult.Enqueued enqueued:
                signal.Wake();
                return answers.Results.Enqueued(enqueued.Export);
            case EnqueueResult.Linked found:
                return Results.AlreadyExported(found.Holder);
            case EnqueueResult.Held held:
                return answers.Results.InProgress(held.Holder);
            case EnqueueResult.Waiting waiting:
                return answers.Results.Waiting(waiting.Holder);
            case EnqueueResult.Disabled disabled:
                return answers.Results.Disabled(export, disabled.Export, disabled.Switch);
            case var other:
                throw new InvalidOperationException($"{other.GetType()} is not the end of enqueuing.");
        }
    }

    public async Task<ExportResult> RunAsync(PreparedExport export, int generation, CancellationToken cancellationToken) =>
        await WorkAsync(export, await claimer.ClaimAsync(export, generation, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Takes up an export that the ledger said is due; <see langword="null"/> when it belongs to a generation that is over, or waits for
    /// a target that was disabled meanwhile.
    /// </summary>
    public async Task<ExportResult?> ContinueAsync(PreparedExport export, ExportRecord due, CancellationToken cancellationToken)
    {
        var claim = await claimer.ClaimDueAsync(export, due.Generation, cancellationToken).ConfigureAwait(false);
        if (claim is ClaimResult.GenerationChanged or ClaimResult.Disabled)
        {
            return null;
        }

        return await telemetry.TraceAsync(trace =>
        {
            trace.AimAt(export.Provider);
            return WorkAsync(export, claim, cancellationToken);
        }).ConfigureAwait(false);
    }

    private async Task<ExportResult> WorkAsync(PreparedExport export, ClaimResult claim, CancellationToken cancellationToken)
    {
        var result = claim switch
        {
            ClaimResult.ToSend claimed => await sender.SendAsync(export, claimed, cancellationToken).ConfigureAwait(false),
            ClaimResult.ToReconcile claimed => await sender.ReconcileAsync(export, claimed, cancellationToken).ConfigureAwait(false),
            ClaimResult.Linked { Stopped: not null } linked => answers.Results.StoppedByTicket(linked.Holder),
            ClaimResult.Linked linked => await AnswerAsync(export, linked.Holder, cancellationToken).ConfigureAwait(false),
            ClaimResult.Held held => answers.Results.InProgress(held.Holder),
            ClaimResult.Waiting waiting => answers.Results.Waiting(waiting.Holder),
            ClaimResult.Disabled disabled => answers.Results.Disabled(export, disabled.Export, disabled.Switch),
            _ => throw new InvalidOperationException($"{claim.GetType()} is not the end of a claim."),
        };
        signal.Expect(result.RetryAt);
        return result;
    }

    private async Task<ExportResult> AnswerAsync(PreparedExport export, ExportRecord holder, CancellationToken cancellationToken)
    {
        if (await answers.AskPoliciesAsync(export, holder, cancellationToken).ConfigureAwait(false) is { } answer)
        {
            return answer;
        }

        // The policies were asked once: whatever has a ticket by now has a new one.
        var claim = await claimer.ClaimAsync(export, holder.Generation + 1, cancellationToken).ConfigureAwait(false);
        return claim is ClaimResult.Linked again
            ? Results.AlreadyExported(again.Holder)
            : await WorkAsync(export, claim, cancellationToken).ConfigureAwait(false);
    }
}
