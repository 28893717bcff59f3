using TicketExport.Providers;
using TicketExport.States;

namespace TicketExport.Review;

/// <summary>A ticket that an export of the source made or was linked to, and what is known of it.</summary>
public sealed record ReviewedReference
{
    /// <summary>The export.</summary>
    public required string ExportId { get; init; }

    /// <summary>The target that holds the ticket; may be another one than reviewed.</summary>
    public required string TargetId { get; init; }

    /// <summary>The target's provider key, as configured when the ticket was made.</summary>
    public required string ProviderKey { get; init; }

    /// <summary>The ticket.</summary>
    public required TicketReference Ticket { get; init; }

    /// <summary>What kind of thing the provider's tickets are; not said while no provider serves the target.</summary>
    public ReferenceKind Kind { get; init; }

    /// <summary>How the source is tied to it; broken as well where the last read found no ticket any more.</summary>
    public required LinkState Link { get; init; }

    /// <summary>When it was linked.</summary>
    public DateTimeOffset? LinkedAt { get; init; }

    /// <summary>Whether the ticket's status can be read at all; <see langword="false"/> for a receiver without a status to ask for.</summary>
    public bool IsReadable { get; init; }

    /// <summary>The ticket's status in the tracker's own words, as last read; untrusted text.</summary>
    public string? RawStatus { get; init; }

    /// <summary>The same in the words that all trackers share. Says nothing of the finding.</summary>
    public ProviderStatus ProviderStatus { get; init; }

    /// <summary>How far <see cref="ProviderStatus"/> can be relied on at the time of the review.</summary>
    public StatusSyncStatus StatusSyncStatus { get; init; }

    /// <summary>When the status was last read with success.</summary>
    public DateTimeOffset? LastSyncedAt { get; init; }

    /// <summary>When the next read is welcome, if the tracker asked to wait.</summary>
    public DateTimeOffset? SyncRetryAt { get; init; }

    /// <summary>Why the last read brought no status.</summary>
    public ExportFailure? SyncFailure { get; init; }

    internal bool IsVisible =>
        !string.IsNullOrEmpty(Ticket.ProviderTicketId) || !string.IsNullOrEmpty(Ticket.ExternalIssueId) || Ticket.Url is not null;

    internal bool IsLinked => Link is LinkState.Live or LinkState.Broken;

    /// <summary>Whether what is known of the ticket could be known better and is not.</summary>
    internal bool IsSyncUnclear => IsReadable && Link == LinkState.Live && StatusSyncStatus != StatusSyncStatus.Fresh;
}
