using System.Collections.Immutable;
using TicketExport.Contract;
using TicketExport.States;

namespace TicketExport.Review;

/// <summary>All that a review read, before anything is concluded from it.</summary>
internal sealed record ReviewFacts
{
    private static readonly FailureReason[] OwnItem =
    [
        FailureReason.UnsafeContent,
        FailureReason.Unrelated,
        FailureReason.EvidenceNotAccepted,
        FailureReason.UnsafeAddress,
        FailureReason.OwnershipUnconfirmed,
        FailureReason.MappingIncomplete,
    ];

    public required DateTimeOffset Now { get; init; }

    public required SourceKey Source { get; init; }

    public required string TargetId { get; init; }

    public string? ProviderKey { get; init; }

    /// <summary>The host's page where the target is set up.</summary>
    public string? SettingsLink { get; init; }

    /// <summary>The host's page that lists the exports of the source's report.</summary>
    public string? ReportLink { get; init; }

    public ImmutableArray<ContractViolation> Violations { get; init; } = [];

    /// <summary>Everything that would stop the export before anything was sent, all at once.</summary>
    public ImmutableArray<ExportFailure> Refusals { get; init; } = [];

    public ConnectionFacts Connection { get; init; } = ConnectionFacts.NotChecked;

    /// <summary>All exports of the source, the oldest first.</summary>
    public ImmutableArray<ExportFacts> Exports { get; init; } = [];

    /// <summary>Whether the guard key could be computed and looked up.</summary>
    public bool IsGuardKnown { get; init; }

    /// <summary>The export that holds the guard key now.</summary>
    public string? HolderId { get; init; }

    /// <summary>The export of this target under the current generation; the key that a retry goes on under.</summary>
    public string? OwnId { get; init; }

    /// <summary>Whether the document is another one than the own export was last tried with.</summary>
    public bool IsDocumentChanged { get; init; }

    /// <summary>Until when the target's tracker asked all requests to wait.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Whether no provider is registered for the target.</summary>
    public bool IsProviderMissing { get; init; }

    /// <summary>Whether the target's policy brings an existing ticket to the document.</summary>
    public bool UpdatesExisting { get; init; }

    /// <summary>Whether the target's policy opens a closed ticket again or comments on it.</summary>
    public bool ChangesClosed { get; init; }

    /// <summary>Whether the target's policy gives a finding whose ticket is closed a new one.</summary>
    public bool ReplacesClosed { get; init; }

    /// <summary>Whether the target opted into sending again when an earlier ticket is only likely to be absent.</summary>
    public bool RecreatesWhenAbsent { get; init; }

    /// <summary>Whether the policies reach the ticket: a request to one target never changes a ticket at another.</summary>
    private bool IsTicketHere => Holder is { Record: var holder } && holder.TargetId == TargetId;

    private bool IsTicketClosed => Holder?.Reference is { ProviderStatus: ProviderStatus.Done };

    public bool WouldUpdateTicket => IsTicketHere && (IsTicketClosed && ChangesClosed || !(IsTicketClosed && ReplacesClosed) && UpdatesExisting);

    public bool WouldReplaceTicket => IsTicketHere && IsTicketClosed && ReplacesClosed;

    public ExportFacts? Holder => Find(HolderId);

    public ExportFacts? Own => Find(OwnId);

    /// <summary>What the guard's holder refuses another export for; none when it would give the key up, or none holds it.</summary>
    public ExportRefusal GuardRefusal => Holder?.KeepsKey(Now) ?? ExportRefusal.None;

    public bool IsGuardedByTicket => GuardRefusal == ExportRefusal.HasTicket;

    /// <summary>The tickets that are linked, at any target.</summary>
    public IEnumerable<ReviewedReference> Linked =>
        Exports.Select(static export => export.Reference).OfType<ReviewedReference>().Where(static reference => reference.IsLinked);

    public ReviewedReference? Reference => Holder?.Reference is { IsLinked: true } held ? held : Linked.LastOrDefault();

    public bool IsPaused => PausedUntil > Now;

    public ExportFailure? RefusalFor(params ReadOnlySpan<FailureReason> reasons)
    {
        foreach (var refusal in Refusals)
        {
            if (reasons.Contains(refusal.Reason))
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>A refusal that no other item of the readiness list is about.</summary>
    public ExportFailure? OtherRefusal => Refusals.FirstOrDefault(static refusal => !OwnItem.Contains(refusal.Reason));

    private ExportFacts? Find(string? exportId) =>
        exportId is null ? null : Exports.FirstOrDefault(export => export.Record.ExportId == exportId);
}
