using System.Collections.Immutable;
using TicketExport.Ledger;

namespace TicketExport.Testing.Conformance.Adapters;

/// <summary>A ledger whose process dies at one of its writes: before it, or after it and before anybody learns of it.</summary>
internal sealed class CrashingLedger(InMemoryExportLedger ledger) : IExportLedger
{
    private int _writesLeft = int.MaxValue;
    private bool _dead;

    /// <summary>Lets the process die at a write from now.</summary>
    /// <param name="writes">How many writes still succeed; the one after the last is lost when <paramref name="isLost"/>.</param>
    /// <param name="isLost">Whether the last write itself is lost, rather than only the knowledge of it.</param>
    public void DieAfter(int writes, bool isLost) => (_writesLeft, IsLost) = (writes, isLost);

    private bool IsLost { get; set; }

    public Task<GuardRecord?> FindGuardAsync(string accountId, string guardKey, CancellationToken cancellationToken) =>
        Alive(() => ledger.FindGuardAsync(accountId, guardKey, cancellationToken));

    public Task<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken) =>
        WriteAsync(() => ledger.ClaimAsync(request, cancellationToken));

    public Task<ExportClaim?> BeginAttemptAsync(ExportClaim claim, CancellationToken cancellationToken) =>
        WriteAsync(() => ledger.BeginAttemptAsync(claim, cancellationToken));

    public Task<bool> RecordAsync(ExportClaim claim, ExportUpdate update, CancellationToken cancellationToken) =>
        WriteAsync(() => ledger.RecordAsync(claim, update, cancellationToken));

    public Task<EnqueueResult> EnqueueAsync(EnqueueRequest request, CancellationToken cancellationToken) =>
        WriteAsync(() => ledger.EnqueueAsync(request, cancellationToken));

    public Task<BlockResult> BlockAsync(BlockRequest request, CancellationToken cancellationToken) =>
        WriteAsync(() => ledger.BlockAsync(request, cancellationToken));

    public Task<ImmutableArray<DueExport>> FindDueAsync(DueQuery query, CancellationToken cancellationToken) =>
        Alive(() => ledger.FindDueAsync(query, cancellationToken));

    private Task<T> Alive<T>(Func<Task<T>> read) => _dead ? throw new SimulatedCrashException() : read();

    private async Task<T> WriteAsync<T>(Func<Task<T>> write)
    {
        if (_dead || (_writesLeft == 0 && IsLost))
        {
            _dead = true;
            throw new SimulatedCrashException();
        }

        var result = await write();
        if (_writesLeft-- <= 0)
        {
            _dead = true;
            throw new SimulatedCrashException();
        }

        return result;
    }
}
