namespace TicketExport.Review;

/// <summary>Why an export must not leave at all, as opposed to one that failed or waits.</summary>
public enum StopReason
{
    /// <summary>Nothing stops the export for one of these reasons.</summary>
    None = 0,

    /// <summary>The target serves another project than the finding's.</summary>
    Unrelated = 1,

    /// <summary>The document holds what must not leave the host.</summary>
    Private = 2,

    /// <summary>Nobody confirmed that the destination is the customer's own.</summary>
    MissingOwnership = 3,

    /// <summary>A required field of the target has no value.</summary>
    MissingMapping = 4,

    /// <summary>The target's address is unsafe, or the target must not be sent evidence.</summary>
    Unsafe = 5,
}
