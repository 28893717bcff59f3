using System.Collections.Immutable;
using TicketExport.Ledger;
using TicketExport.States;

namespace TicketExport.Review;

/// <summary>One earlier export of the source, with all its attempts.</summary>
public sealed record ReviewedExport
{
    private readonly ImmutableArray<ReviewedAttempt> _attempts = [];

    /// <summary>The export as the ledger holds it.</summary>
    public required ExportRecord Record { get; init; }

    /// <summary>The export in one word, and what must be shown beside it.</summary>
    public required ExportSummary Summary { get; init; }

    /// <summary>The ticket, if there is one.</summary>
    public ReviewedReference? Reference { get; init; }

    /// <summary>The attempts, the first first; empty before the first and for a ticket that was linked by hand.</summary>
    public ImmutableArray<ReviewedAttempt> Attempts
    {
        get => _attempts;
        init => _attempts = value.IsDefault ? [] : value;
    }
}
