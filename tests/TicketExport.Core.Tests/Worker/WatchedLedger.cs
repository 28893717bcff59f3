using System.Collections.Immutable;
using TicketExport.Ledger;

namespace TicketExport.Core.Tests.Worker;

/// <summary>The in-memory ledger, counting the worker's queries and failing when a test says so.</summary>
internal sealed class WatchedLedger(InMemoryExportLedger inner) : IExportLedger
{
    private int _queries;

    public int Queries => Volatile.Read(ref _queries);

    public Exception? QueryFault { get; set; }

    public Exception? ClaimFault { get; set; }

    /// <summary>What a query waits for, given the caller's token.</summary>
    public Func<CancellationToken, Task>? OnQuery { get; set; }

    public Task<GuardRecord?> FindGuardAsync(string accountId, string guardKey, CancellationToken cancellationToken) =>
        inner.FindGuardAsync(accountId, guardKey, cancellationToken);

    public Task<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken) =>
        ClaimFault is null ? inner.ClaimAsync(request, cancellationToken) : Task.FromException<ClaimResult>(ClaimFault);

    public Task<ExportClaim?> BeginAttemptAsync(ExportClaim claim, CancellationToken cancellationToken) =>
        inner.BeginAttemptAsync(claim, cancellationToken);

    public Task<bool> RecordAsync(ExportClaim claim, ExportUpdate update, CancellationToken cancellationToken) =>
        inner.RecordAsync(claim, update, cancellationToken);

    public Task<EnqueueResult> EnqueueAsync(EnqueueRequest request, CancellationToken cancellationToken) =>
        inner.EnqueueAsync(request, cancellationToken);

    public Task<BlockResult> BlockAsync(BlockRequest request, CancellationToken cancellationToken) =>
        inner.BlockAsync(request, cancellationToken);

    public async Task<ImmutableArray<DueExport>> FindDueAsync(DueQuery query, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _queries);
        if (OnQuery is { } act)
        {
            await act(cancellationToken);
        }

        return QueryFault is null
            ? await inner.FindDueAsync(query, cancellationToken)
            : throw QueryFault;
    }
}
