using TicketExport.States;

namespace TicketExport.Ledger;

/// <summary>What one read of a ticket's status came to, ready to be written.</summary>
public sealed record SyncFact
{
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The export.</summary>
    public required string ExportId { get; init; }

    /// <summary>The ticket that was read.</summary>
    public required string ProviderTicketId { get; init; }

    /// <summary>When the read began. A fact that began earlier than the newest one is dropped.</summary>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>The status in the tracker's own words; <see langword="null"/> when none was read.</summary>
    public string? RawStatus { get; init; }

    /// <summary>The mapped status; not used when there is a <see cref="Failure"/>.</summary>
    public ProviderStatus Status { get; init; }

    /// <summary>When the tracker last changed the ticket.</summary>
    public DateTimeOffset? ProviderUpdatedAt { get; init; }

    /// <summary>The ticket as the tracker names it now; replaces key and address of the link.</summary>
    public TicketReference? Reference { get; init; }

    /// <summary>Why there is no mapped status.</summary>
    public ExportFailure? Failure { get; init; }

    /// <summary>Whether the tracker no longer shows the ticket.</summary>
    public bool IsMissing { get; init; }

    /// <summary>Before when nothing is read again.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>When the ticket is to be read again by itself; <see langword="null"/> when this was no read, and the plan stays.</summary>
    public DateTimeOffset? NextReadAt { get; init; }

    /// <summary>Until when nothing is sent to the target, because the tracker asked all requests to wait.</summary>
    public DateTimeOffset? PauseTargetUntil { get; init; }
}
