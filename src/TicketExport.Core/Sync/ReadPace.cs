using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using TicketExport.Ledger;
using TicketExport.Targets;

namespace TicketExport.Sync;

/// <summary>How fast a target is read, and what is put off until it may be read again.</summary>
internal sealed class ReadPace(ISyncLedger ledger, PollMemory memory, SyncSignal signal, IOptionsMonitor<TicketSyncOptions> options, TimeProvider time)
{
    private readonly MinuteBudget _budget = new(time);

    public DateTimeOffset Now => time.GetUtcNow();

    public TimeSpan Interval => options.CurrentValue.Interval;

    /// <summary>Takes a place for one request.</summary>
    /// <returns><see langword="null"/> when it was taken, else how long until there is one; the worker is told.</returns>
    public TimeSpan? TryTake(TargetKey target)
    {
        var wait = _budget.TryTake(target, options.CurrentValue.MaxPerMinute);
        if (wait is { } length)
        {
            signal.Expect(Now + length);
        }

        return wait;
    }

    /// <summary>Takes no ticket of a target for a while.</summary>
    public void Rest(TargetKey target, TimeSpan length) => memory.Rest(target, length);

    public async Task PutOffAsync(TargetKey target, ImmutableArray<ExportRecord> exports, TimeSpan wait, CancellationToken cancellationToken)
    {
        foreach (var some in exports.Chunk(SyncRules.MaxFound))
        {
            await ledger.PostponeReadsAsync(target, [.. some.Select(static export => export.ExportId)], Now + wait, cancellationToken).ConfigureAwait(false);
        }
    }
}
