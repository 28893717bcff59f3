using System.Collections.Immutable;
using TicketExport.Ledger;

namespace TicketExport.Review;

/// <summary>A finding to approve for export.</summary>
public sealed record ApprovalRequest
{
    private readonly ImmutableArray<ReadinessKey> _override = [];

    /// <summary>The finding and the target.</summary>
    public required ExportRequest Export { get; init; }

    /// <summary>Who approves, and why. Written beside the approval for ever.</summary>
    public required AuditStamp By { get; init; }

    /// <summary>
    /// The blocking items that the actor approves all the same, by name, so that nothing else that blocks meanwhile slips through.
    /// Only items that say <see cref="ReadinessItem.IsOverridable"/>, and only with the leave of <see cref="IOverrideAuthorizer"/>.
    /// </summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<ReadinessKey> Override
    {
        get => _override;
        init => _override = value.IsDefault ? [] : value;
    }

    /// <summary>Whether the review before the approval may ask trackers; see <see cref="ReviewRequest.MayAskTracker"/>.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool MayAskTracker { get; init; } = true;
}
