using Microsoft.Extensions.Options;
using TicketExport.Ledger;

namespace TicketExport.Inbound;

/// <summary>Forgets old deliveries, once an hour at most.</summary>
internal sealed class ReceiptPruner(IReceiptLedger ledger, IOptionsMonitor<TicketInboundOptions> options, TimeProvider time)
{
    private const int PrunedAtOnce = 1_000;
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private long? _prunedAt;

    /// <summary>For one caller at a time.</summary>
    public async Task PruneAsync(CancellationToken cancellationToken)
    {
        if (_prunedAt is { } at && time.GetElapsedTime(at) < Interval)
        {
            return;
        }

        _prunedAt = time.GetTimestamp();
        var before = time.GetUtcNow() - options.CurrentValue.Retention;
        while (await ledger.PruneReceiptsAsync(before, PrunedAtOnce, cancellationToken).ConfigureAwait(false) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
