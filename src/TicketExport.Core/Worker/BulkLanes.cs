using TicketExport.Ledger;

namespace TicketExport.Worker;

/// <summary>Bounds how many exports of a batch go to one target at a time; forgets targets without any.</summary>
internal sealed class BulkLanes(int maxPerTarget)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TargetKey, (SemaphoreSlim Places, int Users)> _lanes = [];

    public async Task EnterAsync(TargetKey target, CancellationToken cancellationToken)
    {
        SemaphoreSlim places;
        lock (_gate)
        {
            var lane = _lanes.TryGetValue(target, out var found) ? found : (Places: new SemaphoreSlim(maxPerTarget), Users: 0);
            _lanes[target] = (lane.Places, lane.Users + 1);
            places = lane.Places;
        }

        try
        {
            await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Release(target, entered: false);
            throw;
        }
    }

    public void Leave(TargetKey target) => Release(target, entered: true);

    private void Release(TargetKey target, bool entered)
    {
        lock (_gate)
        {
            var (places, users) = _lanes[target];
            if (entered)
            {
                places.Release();
            }

            if (users > 1)
            {
                _lanes[target] = (places, users - 1);
                return;
            }

            _lanes.Remove(target);
            places.Dispose();
        }
    }
}
