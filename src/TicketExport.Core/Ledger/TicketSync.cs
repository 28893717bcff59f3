using TicketExport.States;

namespace TicketExport.Ledger;

/// <summary>What is known of a linked ticket beyond its reference: how it stands, how sure that is, and what it was sent last.</summary>
/// <remarks>
/// Two axes that never mix: reading the status (<see cref="LastSyncedAt"/>, <see cref="Failure"/>; one word for them is
/// <see cref="SyncRules.StatusOf"/>) and bringing changes to the ticket (<see cref="SyncState"/>, <see cref="WriteFailure"/>). Neither
/// touches the document, and neither says anything about the finding.
/// </remarks>
public sealed record TicketSync
{
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The export that is linked (<c>ticket_export_id</c>).</summary>
    public required string ExportId { get; init; }

    /// <summary>The ticket that all of this is about; another ticket in the link begins anew.</summary>
    public required string ProviderTicketId { get; init; }

    /// <summary>The status in the tracker's own words, as last read; kept when it could not be mapped.</summary>
    public string? RawStatus { get; init; }

    /// <summary>The status as last read and mapped.</summary>
    public ProviderStatus Status { get; init; }

    /// <summary>When the tracker last changed the ticket, as last read.</summary>
    public DateTimeOffset? ProviderUpdatedAt { get; init; }

    /// <summary>When the newest read began, whatever it came to.</summary>
    public DateTimeOffset? ObservedAt { get; init; }

    /// <summary>When the last read began that brought a mapped status (<c>last_synced_at</c>).</summary>
    public DateTimeOffset? LastSyncedAt { get; init; }

    /// <summary>Why the newest read brought no mapped status; <see langword="null"/> when it did.</summary>
    public ExportFailure? Failure { get; init; }

    /// <summary>Before when nothing is read again; <see langword="null"/> when no time is planned.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>How many reads in a row failed.</summary>
    public int FailedReads { get; init; }

    /// <summary>Whether the tracker no longer shows the ticket. The link guards its source all the same.</summary>
    public bool IsMissing { get; init; }

    /// <summary>Whether the newest change has reached the ticket (<c>sync_state</c>).</summary>
    public SyncState SyncState { get; init; }

    /// <summary>Why the newest change did not reach the ticket.</summary>
    public ExportFailure? WriteFailure { get; init; }

    /// <summary>The hash of the document that the ticket holds; <see langword="null"/> when that is not known.</summary>
    public string? LastDocumentHash { get; init; }
}
