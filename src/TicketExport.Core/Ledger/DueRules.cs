using System.Collections.Immutable;

namespace TicketExport.Ledger;

/// <summary>Who is served next, as pure functions: every target in turn, and inside a target the oldest first.</summary>
public static class DueRules
{
    /// <summary>The most exports that one query may ask for.</summary>
    public const int MaxLimit = 1_000;

    /// <summary>Refuses a query that cannot be answered.</summary>
    /// <exception cref="ArgumentException">The limit is out of range, or a target holds text that cannot be stored.</exception>
    public static void ThrowIfUnusable(DueQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Limit is < 1 or > MaxLimit)
        {
            throw new ArgumentException($"The limit is {query.Limit}; ask for 1 to {MaxLimit} exports.", nameof(query));
        }

        LedgerText.ThrowIfUnsafe(query.After?.AccountId);
        LedgerText.ThrowIfUnsafe(query.After?.TargetId);
    }

    /// <summary>When an export is due for a worker; <see langword="null"/> when it waits for nobody.</summary>
    /// <remarks>Under a lease that is its end, for then the open attempt must be settled; else the planned time.</remarks>
    public static DateTimeOffset? DueAt(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.LeaseUntil ?? entry.Export.RetryAt;
    }

    /// <summary>Puts what is due in the order of service.</summary>
    /// <param name="candidates">What is due, of each target at least the oldest <see cref="DueQuery.Limit"/>; without those that are left out.</param>
    /// <param name="query">The query.</param>
    public static ImmutableArray<DueExport> Order(IEnumerable<DueExport> candidates, DueQuery query)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(query);
        var lanes = candidates.GroupBy(static due => due.Target)
            .OrderBy(lane => query.After is { } after && lane.Key <= after)
            .ThenBy(static lane => lane.Key)
            .Select(static lane => lane.OrderBy(static due => due.DueAt).ThenBy(static due => due.ExportId, LedgerText.Order).ToArray())
            .ToArray();
        var ordered = ImmutableArray.CreateBuilder<DueExport>();
        for (var round = 0; ordered.Count < query.Limit && lanes.Any(lane => lane.Length > round); round++)
        {
            ordered.AddRange(lanes.Where(lane => lane.Length > round).Select(lane => lane[round]).Take(query.Limit - ordered.Count));
        }

        return ordered.ToImmutable();
    }
}
