using System.Collections.Immutable;
using TicketExport.Ledger;
using TicketExport.Pipeline;
using TicketExport.Providers;
using TicketExport.States;

namespace TicketExport.Sync;

/// <summary>One fresh read of a linked ticket, recorded.</summary>
internal sealed class StatusReader(
    SyncRecorder recorder,
    IExportLedgerQueries queries,
    AbilityCaller caller,
    RetryClock clock,
    StatusClock status)
{
    public Task<TicketSync?> FindAsync(ExportRecord export, CancellationToken cancellationToken) => recorder.FindAsync(export, cancellationToken);

    public async Task<SyncResult> ReadAsync(LinkedTicket link, TimeSpan budget, CancellationToken cancellationToken)
    {
        var known = await FindAsync(link.Export, cancellationToken).ConfigureAwait(false);
        if (await WaitingUntilAsync(link.Export, known, cancellationToken).ConfigureAwait(false) is { } until)
        {
            return ResultOf(SyncOutcome.Waiting, link.Export, known) with { RetryAt = until };
        }

        var observedAt = status.Now;
        var request = new ReadTicketRequest
        {
            Account = link.Export.Account,
            Target = link.Target,
            Credential = link.Credential,
            Ticket = link.Ticket,
        };
        var outcome = await caller.CallAsync(link.Provider, AbilityCalls.Read(link.Provider, request), budget, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return await recorder.RecordAsync(link.Export, WordOf(outcome), FactOf(outcome, link, known, observedAt)).ConfigureAwait(false);
    }

    /// <summary>Reads several tickets of one target with one request; those that the answer does not hold are read by themselves.</summary>
    /// <param name="links">The tickets, all of one target.</param>
    /// <param name="batches">Their provider.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ImmutableArray<SyncResult>> ReadManyAsync(ImmutableArray<LinkedTicket> links, IStatusBatchProvider batches, CancellationToken cancellationToken)
    {
        var first = links[0];
        var observedAt = status.Now;
        var request = new ReadTicketsRequest
        {
            AccountId = first.Export.Account.Id,
            Target = first.Target,
            Credential = first.Credential,
            Tickets = [.. links.Select(static link => link.Ticket)],
        };
        var outcome = await caller.CallAsync(first.Provider, AbilityCalls.ReadMany(batches, request), first.Provider.Sheet.Timeout, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var results = ImmutableArray.CreateBuilder<SyncResult>(links.Length);
        for (var i = 0; i < links.Length; i++)
        {
            ReadOutcome? read = outcome switch
            {
                ReadManyOutcome.Read answer => answer.Tickets[i] is { } snapshot ? new ReadOutcome.Read(snapshot) : null,
                ReadManyOutcome.Failed failed => new ReadOutcome.Failed(failed.Fault, failed.Until),
                _ => throw new InvalidOperationException($"{outcome.GetType()} is not an outcome of reading tickets."),
            };
            results.Add(read is null
                ? await ReadAsync(links[i], links[i].Provider.Sheet.Timeout, cancellationToken).ConfigureAwait(false)
                : await RecordAsync(links[i], read, observedAt).ConfigureAwait(false));
        }

        return results.MoveToImmutable();
    }

    /// <summary>Records that nothing could be read, for a reason on this side.</summary>
    public Task<SyncResult> RecordUnreadAsync(ExportRecord export, ExportFailure cause) => recorder.RecordAsync(
        export,
        SyncOutcome.Failed,
        FactOf(export, status.Now) with { Failure = SyncFailures.NotRead(cause) });

    /// <summary>Records that the tracker no longer shows the ticket, as another call than a read told.</summary>
    public Task<SyncResult> RecordMissingAsync(LinkedTicket link, ProviderFault fault, DateTimeOffset observedAt) => recorder.RecordAsync(
        link.Export,
        SyncOutcome.Missing,
        FactOf(link.Export, observedAt) with { Failure = SyncFailures.Gone(fault, link.Target, SyncFailures.Read), IsMissing = true });

    public SyncResult ResultOf(SyncOutcome outcome, ExportRecord export, TicketSync? sync) => recorder.ResultOf(outcome, export, sync);

    private async Task<SyncResult> RecordAsync(LinkedTicket link, ReadOutcome outcome, DateTimeOffset observedAt)
    {
        var known = await FindAsync(link.Export, CancellationToken.None).ConfigureAwait(false);
        return await recorder.RecordAsync(link.Export, WordOf(outcome), FactOf(outcome, link, known, observedAt)).ConfigureAwait(false);
    }

    // The row's own time, or the pause of its whole target.
    private async Task<DateTimeOffset?> WaitingUntilAsync(ExportRecord export, TicketSync? known, CancellationToken cancellationToken)
    {
        if (SyncRules.IsWaiting(known, status.Now))
        {
            return known!.RetryAt;
        }

        var target = new TargetKey(export.Account.Id, export.TargetId);
        return (await queries.FindCooldownAsync(target, cancellationToken).ConfigureAwait(false))?.PausedUntil;
    }

    private SyncFact FactOf(ReadOutcome outcome, LinkedTicket link, TicketSync? known, DateTimeOffset observedAt)
    {
        var fact = FactOf(link.Export, observedAt);
        return outcome switch
        {
            ReadOutcome.Read { Ticket: var ticket } => fact with
            {
                RawStatus = ticket.RawStatus,
                Status = ticket.Status,
                ProviderUpdatedAt = ticket.UpdatedAt,
                Reference = ticket.Reference,
                Failure = ticket.Status == ProviderStatus.Unknown ? SyncFailures.NotMapped : null,
            },
            ReadOutcome.Missing missing => fact with { Failure = SyncFailures.Gone(missing.Fault, link.Target, SyncFailures.Read), IsMissing = true },
            ReadOutcome.Forbidden forbidden => fact with { Failure = SyncFailures.Forbidden(forbidden.Fault, link.Target) },
            ReadOutcome.Failed failed => Later(fact with { Failure = SyncFailures.NotRead(failed.Fault, link.Target) }, failed, known),
            _ => throw new InvalidOperationException($"{outcome.GetType()} is not an outcome of a read."),
        };
    }

    private SyncFact Later(SyncFact fact, ReadOutcome.Failed failed, TicketSync? known)
    {
        if (!fact.Failure!.IsTransient && failed.Until is null)
        {
            return fact;
        }

        var retryAt = clock.NextTry((known?.FailedReads ?? 0) + 1, failed.Until);
        var isForAll = failed.Until is not null || failed.Fault.Reason == FailureReason.RateLimited;
        return fact with { RetryAt = retryAt, PauseTargetUntil = isForAll ? retryAt : null };
    }

    private static SyncFact FactOf(ExportRecord export, DateTimeOffset observedAt) => new()
    {
        AccountId = export.Account.Id,
        ExportId = export.ExportId,
        ProviderTicketId = export.Ticket!.ProviderTicketId,
        ObservedAt = observedAt,
    };

    private static SyncOutcome WordOf(ReadOutcome outcome) => outcome switch
    {
        ReadOutcome.Read { Ticket.Status: ProviderStatus.Unknown } => SyncOutcome.Unmapped,
        ReadOutcome.Read => SyncOutcome.Synced,
        ReadOutcome.Missing => SyncOutcome.Missing,
        ReadOutcome.Forbidden or ReadOutcome.Failed { Fault.Reason: FailureReason.Authentication or FailureReason.Permission } => SyncOutcome.Disconnected,
        _ => SyncOutcome.Failed,
    };
}
