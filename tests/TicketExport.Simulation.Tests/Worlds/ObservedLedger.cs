using System.Collections.Immutable;
using TicketExport.Ledger;

namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>
/// The ledger as one worker sees it: the worker can die, or the call can fail, right before and right after each effect, and the
/// oracles see every effect.
/// </summary>
internal sealed class ObservedLedger(World world, SimulatedWorker worker, IExportLedger inner) : IExportLedger
{
    public Task<GuardRecord?> FindGuardAsync(string accountId, string guardKey, CancellationToken cancellationToken) =>
        ThroughAsync("guard", () => inner.FindGuardAsync(accountId, guardKey, cancellationToken), static _ => "read");

    public Task<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken) =>
        ThroughAsync("claim", () => inner.ClaimAsync(request, cancellationToken), result =>
        {
            world.Oracles.Claimed(worker, result);
            return result.GetType().Name;
        });

    public Task<ExportClaim?> BeginAttemptAsync(ExportClaim claim, CancellationToken cancellationToken) =>
        ThroughAsync("begin", () => inner.BeginAttemptAsync(claim, cancellationToken), result =>
        {
            world.Oracles.Begun(claim, result);
            return result is null ? "overtaken" : $"attempt {result.AttemptNumber}";
        });

    public Task<bool> RecordAsync(ExportClaim claim, ExportUpdate update, CancellationToken cancellationToken) =>
        ThroughAsync("record", () => inner.RecordAsync(claim, update, cancellationToken), accepted =>
        {
            world.Oracles.Recorded(claim, update, accepted);
            return $"{update.Status}/{update.AttemptState} {(accepted ? "written" : "refused")}";
        });

    public Task<EnqueueResult> EnqueueAsync(EnqueueRequest request, CancellationToken cancellationToken) =>
        ThroughAsync("enqueue", () => inner.EnqueueAsync(request, cancellationToken), result =>
        {
            world.Oracles.Enqueued(request, result);
            return result.GetType().Name;
        });

    public Task<BlockResult> BlockAsync(BlockRequest request, CancellationToken cancellationToken) =>
        ThroughAsync("block", () => inner.BlockAsync(request, cancellationToken), static result => result.GetType().Name);

    public Task<ImmutableArray<DueExport>> FindDueAsync(DueQuery query, CancellationToken cancellationToken) =>
        ThroughAsync("due", () => inner.FindDueAsync(query, cancellationToken), static due => $"{due.Length} due");

    // The effect is waited for on this thread: a real file works on the world's thread too, and a run stays one sequence.
    private async Task<T> ThroughAsync<T>(string call, Func<Task<T>> effect, Func<T, string> observe)
    {
        await world.ParkAsync(worker, $"{call} begins", world.Now);
        ThrowIfDown(call, "before");
        world.LedgerClock.Offset = worker.Clock.Offset;
        var result = effect().GetAwaiter().GetResult();
        var seen = observe(result);
        world.Trace(worker.Number, $"{call}: {seen}");
        await world.ParkAsync(worker, $"{call} answered", world.Now);
        ThrowIfDown(call, "after");
        return result;
    }

    private void ThrowIfDown(string call, string when)
    {
        if (world.DrawLedgerFault())
        {
            world.Trace(worker.Number, $"{call}: the storage fails {when} its effect");
            throw new TicketExportException("Simulated: the storage is down.");
        }
    }
}
