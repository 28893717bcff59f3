namespace TicketExport.Review;

/// <summary>What asking for an approval came to.</summary>
public enum ApprovalOutcome
{
    /// <summary>Never returned.</summary>
    Unknown = 0,

    /// <summary>The export is approved and due; a worker sends it.</summary>
    Approved = 1,

    /// <summary>An item of the readiness list blocks; nothing was approved.</summary>
    Refused = 2,

    /// <summary>The source has a ticket, or may have one; nothing was approved.</summary>
    Duplicate = 3,

    /// <summary>No native ticket is to be made: hand over a file, or decide which of both counts; nothing was approved.</summary>
    PortableFile = 4,

    /// <summary>The actor may not override; nothing was approved.</summary>
    OverrideDenied = 5,

    /// <summary>Another caller was faster: the export stands as <see cref="ApprovalResult.Export"/> says, and nothing was approved twice.</summary>
    Overtaken = 6,

    /// <summary>The ticket that exists was brought, or is being brought, to the document, as the target's policy says.</summary>
    Updated = 7,
}
