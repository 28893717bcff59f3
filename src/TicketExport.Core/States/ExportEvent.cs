namespace TicketExport.States;

/// <summary>What can happen to an export. The summaries are printed in docs/concepts/state-machine.md.</summary>
internal enum ExportEvent
{
    /// <summary>A caller or worker asks for the export.</summary>
    Claimed = 1,

    /// <summary>Another export of the same source asks for the guard key.</summary>
    KeyWanted,

    /// <summary>The request was stopped before anything left: by its document, by a setting, or by a ticket found meanwhile.</summary>
    Stopped,

    /// <summary>The tracker created the ticket.</summary>
    Created,

    /// <summary>The tracker created the ticket, and a step after that failed.</summary>
    CreatedWithFault,

    /// <summary>The tracker refused the ticket for good.</summary>
    Rejected,

    /// <summary>A setting of ours stopped the request.</summary>
    BlockedBySettings,

    /// <summary>Proven not created, for now.</summary>
    NotSent,

    /// <summary>Proven not created, and the retry budget is spent.</summary>
    TriesSpent,

    /// <summary>Proven not created because of too many requests.</summary>
    RateLimited,

    /// <summary>The request may have created the ticket.</summary>
    OutcomeUnknown,

    /// <summary>A request that repeats one in doubt under the same key was refused, which says nothing about the first.</summary>
    RepeatRejected,

    /// <summary>A request that repeats one in doubt under the same key was not sent, which says nothing about the first.</summary>
    RepeatNotSent,

    /// <summary>A request that repeats one in doubt under the same key met too many requests, which says nothing about the first.</summary>
    RepeatRateLimited,

    /// <summary>Too little of the lease was left to begin the request.</summary>
    NotBegun,

    /// <summary>The look-up found the ticket.</summary>
    Found,

    /// <summary>The look-up proved that there is no ticket.</summary>
    AbsentProven,

    /// <summary>The look-up proved that there is no ticket, and the retry budget is spent.</summary>
    AbsentTriesSpent,

    /// <summary>No look-up is needed: the tracker takes the same key again without harm.</summary>
    Repeatable,

    /// <summary>The look-up found nothing, which proves nothing.</summary>
    AbsentLikely,

    /// <summary>The look-up found nothing, and the account lets that count as proof, which gives up "at most one".</summary>
    AbsenceAssumed,

    /// <summary>The look-up failed.</summary>
    LookUpFailed,

    /// <summary>The tracker has not had the time to show the ticket.</summary>
    NotSettled,

    /// <summary>The lease ran out.</summary>
    LeaseOver,

    /// <summary>The planned time has come.</summary>
    RetryDue,

    /// <summary>A person approved the export, or asked for it again after changing the cause.</summary>
    Approved,

    /// <summary>A person looked at the tracker: there is no ticket.</summary>
    ConfirmedAbsent,

    /// <summary>A person or an import linked a ticket that exists.</summary>
    LinkedByHand,

    /// <summary>A person took the link away.</summary>
    Unlinked,

    /// <summary>A person linked another ticket instead.</summary>
    Relinked,

    /// <summary>The export was handed over as a file.</summary>
    ParkedAsFile,

    /// <summary>The tracker no longer shows the linked ticket.</summary>
    ReferenceLost,

    /// <summary>The tracker shows the linked ticket again.</summary>
    ReferenceSeen,

    /// <summary>What had failed after the creation was made good.</summary>
    FollowUpDone,

    /// <summary>The target lost its connection.</summary>
    Disconnected,

    /// <summary>The target has its connection back.</summary>
    Reconnected,
}
