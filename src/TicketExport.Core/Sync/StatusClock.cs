using Microsoft.Extensions.Options;
using TicketExport.Ledger;
using TicketExport.States;

namespace TicketExport.Sync;

/// <summary>How old a status may be, now, and when it is read again.</summary>
internal sealed class StatusClock(IOptionsMonitor<TicketExportOptions> options, IOptionsMonitor<TicketSyncOptions> syncs, TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    public StatusSyncStatus StatusOf(TicketSync? sync) => SyncRules.StatusOf(sync, options.CurrentValue.StatusFreshness, Now);

    /// <summary>When a ticket is read again by itself: at a planned retry, rarely where nothing is likely to change, and regularly else.</summary>
    public DateTimeOffset NextReadAfter(SyncFact fact) => fact switch
    {
        { RetryAt: { } retryAt } => retryAt,
        { IsMissing: true } or { Failure: null, Status: ProviderStatus.Done } => Now + syncs.CurrentValue.DoneInterval,
        _ => Now + syncs.CurrentValue.Interval,
    };
}
