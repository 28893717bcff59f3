using System.Diagnostics.CodeAnalysis;

namespace TicketExport.Ledger;

/// <summary>What a caller wants to work on.</summary>
public sealed record ClaimRequest : ExportOrder
{
    /// <summary>Creates a request.</summary>
    public ClaimRequest()
    {
    }

    [SetsRequiredMembers]
    internal ClaimRequest(ExportOrder order, string claimId, TimeSpan leaseDuration)
        : base(order)
    {
        ClaimId = claimId;
        LeaseDuration = leaseDuration;
    }

    /// <summary>A value that no other claim uses; tells after a lost acknowledgement whether the claim was written.</summary>
    public required string ClaimId { get; init; }

    /// <summary>How long the claim is held at most.</summary>
    public required TimeSpan LeaseDuration { get; init; }

    /// <summary>
    /// Whether the export is taken up because it was due, and nobody asked for it just now. One that finds its source linked
    /// by another export is stopped then, so that it is not due for ever.
    /// </summary>
    public bool IsDueWork { get; init; }
}
