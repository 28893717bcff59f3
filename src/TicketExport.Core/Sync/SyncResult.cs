using System.Collections.Immutable;
using TicketExport.Ledger;
using TicketExport.States;

namespace TicketExport.Sync;

/// <summary>How a ticket stands after a sync.</summary>
public sealed record SyncResult
{
    private readonly ImmutableArray<NextStep> _offers = [];

    /// <summary>What the sync came to.</summary>
    public required SyncOutcome Outcome { get; init; }

    /// <summary>The ticket, as it is linked.</summary>
    public TicketReference? Ticket { get; init; }

    /// <summary>What is known of the ticket; <see langword="null"/> when nothing ever was.</summary>
    public TicketSync? Sync { get; init; }

    /// <summary>How far <see cref="TicketSync.Status"/> can be relied on.</summary>
    public StatusSyncStatus Status { get; init; } = StatusSyncStatus.Never;

    /// <summary>Why there is no fresh status.</summary>
    public ExportFailure? Failure { get; init; }

    /// <summary>Before when nothing is read.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>What a person may do about it, the most promising step first; empty when nothing is wrong.</summary>
    public ImmutableArray<NextStep> Offers
    {
        get => _offers;
        init => _offers = value.IsDefault ? [] : value;
    }
}
