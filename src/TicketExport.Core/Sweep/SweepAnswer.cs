using System.Collections.Immutable;

namespace TicketExport.Sweep;

/// <summary>What one look-up of a sweep came to.</summary>
internal sealed record SweepAnswer
{
    public ImmutableArray<TicketReference> Tickets { get; init; } = [];

    public ExportFailure? Failure { get; init; }

    public DateTimeOffset? RetryAt { get; init; }
}
