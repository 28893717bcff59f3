using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using TicketExport.Ledger;
using TicketExport.Review;
using TicketExport.Worker;

namespace TicketExport.Readiness;

/// <summary>Looks at the ledger, the worker of this process and the work that is due.</summary>
internal sealed class EngineReadiness(IExportLedger ledger, DispatchMemory memory, IOptionsMonitor<TicketExportWorkerOptions> worker, TimeProvider time)
{
    // As many targets as are looked at: the ledger gives the oldest of each first.
    private const int Sample = 100;

    private static readonly TimeSpan LongestDue = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan ShortestSilence = TimeSpan.FromMinutes(1);

    public async Task<ImmutableArray<ReadinessItem>> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            var due = await ledger.FindDueAsync(new DueQuery { Limit = Sample }, cancellationToken).ConfigureAwait(false);
            return [SetupItems.Met(ReadinessKey.LedgerReachable, "The ledger answers."), WorkerSeen(), DueWorkFlows(due)];
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The type alone: the storage's own message may quote a connection string.
            return
            [
                SetupItems.Unmet(ReadinessKey.LedgerReachable, $"The ledger cannot be read ({exception.GetType().Name}). Nothing is sent before it answers; look at the host's log.", NextStep.FixSettings) with { IsBlocking = true },
                WorkerSeen(),
                SetupItems.NotChecked(ReadinessKey.DueWorkFlows, "The ledger could not be asked."),
            ];
        }
    }

    private ReadinessItem WorkerSeen()
    {
        const ReadinessKey Key = ReadinessKey.WorkerSeen;
        if (memory.AskedAt is not { } askedAt)
        {
            return SetupItems.NotChecked(Key, "No worker of this process has asked for due exports yet. Where none runs in another process either, add AddWorker() or call ITicketExportDispatcher.RunOnceAsync.");
        }

        var silence = 3 * worker.CurrentValue.PollInterval;
        return time.GetUtcNow() - askedAt <= (silence > ShortestSilence ? silence : ShortestSilence)
            ? SetupItems.Met(Key, "A worker of this process asks for due exports.")
            : SetupItems.Unmet(Key, $"The worker of this process asked for due exports last at {ReviewText.Of(askedAt)}. Look at the host's log, or start the host again.", NextStep.FixSettings);
    }

    private ReadinessItem DueWorkFlows(ImmutableArray<DueExport> due)
    {
        const ReadinessKey Key = ReadinessKey.DueWorkFlows;
        var oldest = due.IsEmpty ? (DateTimeOffset?)null : due.Min(static export => export.DueAt);
        return oldest is { } dueAt && time.GetUtcNow() - dueAt > LongestDue
            ? SetupItems.Unmet(Key, $"An export is due since {ReviewText.Of(dueAt)} and was not taken. See that a worker runs, and that MaxPerMinute and MaxParallel let it keep up.", NextStep.FixSettings)
            : SetupItems.Met(Key, "What is due goes out in time.");
    }
}
