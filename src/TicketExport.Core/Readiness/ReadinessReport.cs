using System.Collections.Immutable;
using TicketExport.Review;

namespace TicketExport.Readiness;

/// <summary>How the engine and targets stand, item by item.</summary>
/// <param name="Items">The items: the engine's first, then those of each target.</param>
public sealed record ReadinessReport(ImmutableArray<ReadinessItem> Items)
{
    /// <summary>Whether nothing keeps tickets from going out. Items that are unmet and do not block are warnings.</summary>
    public bool IsReady => Items.All(static item => !item.IsBlocking);
}
