using TicketExport.Ledger;
using TicketExport.Policies;
using TicketExport.Providers;
using TicketExport.States;
using TicketExport.Targets;

namespace TicketExport.Sync;

internal sealed class TicketChanges(
    IExportLedgerQueries queries,
    TargetAccess targets,
    TicketChangeClaimer claimer,
    CloseCalls calls,
    StatusReader reader) : ITicketChanges
{
    public async Task<CloseResult> CloseAsync(string accountId, string exportId, AuditStamp by, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accountId);
        ArgumentException.ThrowIfNullOrWhiteSpace(exportId);
        LedgerRules.ThrowIfUnusable(by);
        var export = await queries.FindExportAsync(accountId, exportId, cancellationToken).ConfigureAwait(false);
        if (export is not { Ticket: not null, Link: not LinkState.Unlinked })
        {
            return new CloseResult { Outcome = export is null ? CloseOutcome.NotFound : CloseOutcome.NotLinked };
        }

        var result = await CloseAsync(export, by, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return result with { Ticket = result.Ticket ?? export.Ticket, Sync = await reader.FindAsync(export, cancellationToken).ConfigureAwait(false) };
    }

    private async Task<CloseResult> CloseAsync(ExportRecord export, AuditStamp by, CancellationToken cancellationToken)
    {
        var (connection, refusal) = await targets.FindAsync(export.Account.Id, export.TargetId, cancellationToken).ConfigureAwait(false);
        if (connection is null)
        {
            return new CloseResult { Outcome = CloseOutcome.Refused, Failure = refusal };
        }

        if (connection.Provider is not ICloseProvider)
        {
            return new CloseResult { Outcome = CloseOutcome.NotSupported };
        }

        var lane = new TargetKey(export.Account.Id, export.TargetId);
        if (await queries.FindCooldownAsync(lane, cancellationToken).ConfigureAwait(false) is { } pause)
        {
            return new CloseResult { Outcome = CloseOutcome.Busy, RetryAt = pause.PausedUntil };
        }

        var deadline = claimer.NextDeadline;
        return await claimer.ClaimAsync(export, connection.Provider, askedAt: null, cancellationToken).ConfigureAwait(false) switch
        {
            TicketChangeResult.ToChange { Claim: var claim } => await CloseAsync(
                new LinkedTicket(export with { Ticket = claim.Ticket }, connection.Target, connection.Provider, connection.Credential),
                claim,
                deadline,
                by,
                cancellationToken).ConfigureAwait(false),
            TicketChangeResult.Held held => new CloseResult { Outcome = CloseOutcome.Busy, RetryAt = held.Until },
            TicketChangeResult.NotLinked => new CloseResult { Outcome = CloseOutcome.NotLinked },
            _ => new CloseResult { Outcome = CloseOutcome.Busy },
        };
    }

    private async Task<CloseResult> CloseAsync(
        LinkedTicket link,
        TicketChangeClaim claim,
        DateTimeOffset deadline,
        AuditStamp by,
        CancellationToken cancellationToken)
    {
        var result = await calls.CloseAsync(link, claim, deadline, by, cancellationToken).ConfigureAwait(false);

        // What stands at the tracker is read and not assumed: a workflow may have put the ticket into another status.
        if (result.Outcome == CloseOutcome.Closed && link.Provider is IStatusProvider)
        {
            await reader.ReadAsync(link, link.Provider.Sheet.Timeout, CancellationToken.None).ConfigureAwait(false);
        }

        return result;
    }
}
