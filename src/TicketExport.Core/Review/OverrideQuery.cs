using System.Collections.Immutable;
using TicketExport.Contract;
using TicketExport.Ledger;

namespace TicketExport.Review;

/// <summary>An override that somebody asks for.</summary>
public sealed record OverrideQuery
{
    /// <summary>The account and project.</summary>
    public required AccountScope Account { get; init; }

    /// <summary>The source.</summary>
    public required SourceKey Source { get; init; }

    /// <summary>The target.</summary>
    public required string TargetId { get; init; }

    /// <summary>Who asks, and why.</summary>
    public required AuditStamp By { get; init; }

    /// <summary>The items that block and would be overridden; at least one.</summary>
    public required ImmutableArray<ReadinessItem> Items { get; init; }
}
