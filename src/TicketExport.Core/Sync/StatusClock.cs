using Microsoft.Extensions.Options;
using TicketExport.Ledger;
using TicketExport.States;

namespace TicketExport.Sync;

/// <summary>How old a status may be, now.</summary>
internal sealed class StatusClock(IOptionsMonitor<TicketExportOptions> options, TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    public StatusSyncStatus StatusOf(TicketSync? sync) => SyncRules.StatusOf(sync, options.CurrentValue.StatusFreshness, Now);
}
