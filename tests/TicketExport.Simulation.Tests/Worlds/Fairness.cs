using TicketExport.Ledger;

namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>
/// Counts how often the targets of others are served while one has something to send and a place for it. Judged only where the
/// plan says how often that may be.
/// </summary>
internal sealed class Fairness(World world)
{
    private readonly Dictionary<TargetKey, HashSet<string>> _waiting = [];
    private readonly Dictionary<TargetKey, HashSet<string>> _underWay = [];
    private readonly Dictionary<TargetKey, int> _overtakings = [];

    public void Enqueued(TargetKey target, string exportId) => Of(_waiting, target).Add(exportId);

    public void Claimed(TargetKey target, string exportId)
    {
        Of(_waiting, target).Remove(exportId);
        Of(_underWay, target).Add(exportId);
        _overtakings[target] = 0;
        foreach (var (other, waiting) in _waiting)
        {
            if (other != target && waiting.Count > 0 && Of(_underWay, other).Count < world.Plan.Dispatch?.MaxParallelPerTarget)
            {
                Overtake(other);
            }
        }
    }

    public void Recorded(TargetKey target, string exportId) => Of(_underWay, target).Remove(exportId);

    private void Overtake(TargetKey target)
    {
        var count = _overtakings[target] = _overtakings.GetValueOrDefault(target) + 1;
        if (count > world.Plan.Dispatch!.MostOvertakings)
        {
            world.Oracles.Report("I9", $"{target.AccountId}/{target.TargetId} had to wait while others were served {count} times");
        }
    }

    private static HashSet<string> Of(Dictionary<TargetKey, HashSet<string>> sets, TargetKey target)
    {
        if (!sets.TryGetValue(target, out var set))
        {
            sets[target] = set = [];
        }

        return set;
    }
}
