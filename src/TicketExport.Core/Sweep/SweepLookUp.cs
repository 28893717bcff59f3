using TicketExport.Identity;
using TicketExport.Ledger;
using TicketExport.Pipeline;
using TicketExport.Providers;
using TicketExport.Targets;
using TicketExport.Worker;

namespace TicketExport.Sweep;

/// <summary>Asks the tracker for the tickets of one export, at the target's pace and never during its pause.</summary>
internal sealed class SweepLookUp(IExportLedgerQueries queries, ProviderCaller caller, TargetPacer pacer)
{
    public async Task<SweepAnswer> FindAsync(TargetConnection target, ExportRecord export, CancellationToken cancellationToken)
    {
        var key = new TargetKey(export.Account.Id, export.TargetId);
        if (await queries.FindCooldownAsync(key, cancellationToken).ConfigureAwait(false) is { } pause)
        {
            return new() { Failure = FailureMap.Paused(export.TargetId, pause.PausedUntil), RetryAt = pause.PausedUntil };
        }

        await pacer.WaitAsync(key, target.Target.MaxPerMinute, cancellationToken).ConfigureAwait(false);
        var request = new FindTicketRequest
        {
            Account = export.Account,
            Target = target.Target,
            Credential = target.Credential,
            Keys = ExportKeys.Compute(export.Fingerprint, target.Target, export.Generation),
            AttemptStartedAt = export.CreatedAt,
        };
        var found = await caller.FindAsync(target.Provider, request, target.Provider.Sheet.Timeout, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return found switch
        {
            FindOutcome.Found { Tickets: var tickets } => new() { Tickets = tickets },
            FindOutcome.Failed failed => new() { Failure = FailureMap.FromFault(failed.Fault, target.Target), RetryAt = failed.Until },
            _ => new(),
        };
    }
}
