using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TicketExport.Ledger;

namespace TicketExport.Sync;

/// <summary>Reads due tickets: a few targets at a time, and of each one request at a time.</summary>
internal sealed partial class StatusPoller(
    ISyncLedger ledger,
    TargetReads reads,
    PollMemory memory,
    IOptionsMonitor<TicketSyncOptions> options,
    ILoggerFactory? loggers = null)
{
    // After a crash what was taken is due again then. Longer than a run takes; a second read would do no harm.
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(5);

    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<StatusPoller>();

    public async Task<SyncReport> RunAsync(int maxTickets, CancellationToken cancellationToken)
    {
        var taken = await ledger.TakeDueReadsAsync(memory.NextQuery(maxTickets), Hold, cancellationToken).ConfigureAwait(false);
        memory.Served(taken);
        using var places = new SemaphoreSlim(options.CurrentValue.MaxParallel);
        var reports = await Task.WhenAll(taken
            .GroupBy(static due => due.Target, static due => due.ExportId)
            .Select(lane => ReadAsync(places, lane.Key, [.. lane], cancellationToken))).ConfigureAwait(false);
        return reports.Aggregate(new SyncReport(), static (sum, report) => sum.Plus(report));
    }

    // What goes wrong at one target stays with it.
    private async Task<SyncReport> ReadAsync(SemaphoreSlim places, TargetKey target, ImmutableArray<string> exportIds, CancellationToken cancellationToken)
    {
        var nothing = new SyncReport { Taken = exportIds.Length, Waiting = exportIds.Length };
        try
        {
            await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return nothing;
        }

        try
        {
            return await reads.ReadAsync(target, exportIds, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            if (!cancellationToken.IsCancellationRequested)
            {
                LogNotRead(target.TargetId, exception.GetType());
            }

            return nothing;
        }
        finally
        {
            places.Release();
        }
    }

    [LoggerMessage(EventId = 1145, Level = LogLevel.Error, Message = "Tickets of {TargetId} could not be read because of {ExceptionType}; they are read later.")]
    private partial void LogNotRead(string targetId, Type exceptionType);
}
