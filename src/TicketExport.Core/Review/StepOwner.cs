namespace TicketExport.Review;

/// <summary>Who takes the next step.</summary>
public enum StepOwner
{
    /// <summary>There is no next step.</summary>
    None = 0,

    /// <summary>Whoever keeps the target's settings: address, credentials, ownership.</summary>
    Settings = 1,

    /// <summary>Whoever keeps the target's required fields.</summary>
    Mapping = 2,

    /// <summary>Whoever decides whether a ticket exists already, and which one counts.</summary>
    DuplicateReview = 3,

    /// <summary>Whoever hands over a file instead.</summary>
    Fallback = 4,

    /// <summary>Whoever wrote the finding.</summary>
    Document = 5,

    /// <summary>Nobody: the worker tries again at a known time.</summary>
    Worker = 6,

    /// <summary>Whoever grants rights at the tracker.</summary>
    TrackerAdministrator = 7,

    /// <summary>Whoever approves exports.</summary>
    Approval = 8,

    /// <summary>Whoever looks at the evidence and tests again.</summary>
    Retest = 9,
}
