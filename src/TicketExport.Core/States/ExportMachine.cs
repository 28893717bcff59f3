using TicketExport.Ledger;

namespace TicketExport.States;

/// <summary>The one place that says what happens to an export. Pure, and defined for every state and event.</summary>
/// <remarks>docs/concepts/state-machine.md is printed from it.</remarks>
internal static class ExportMachine
{
    public static ExportStep Next(ExportState state, ExportEvent happened) => happened switch
    {
        ExportEvent.Claimed => Claim(state),
        ExportEvent.KeyWanted => GiveKeyUp(state),
        ExportEvent.Stopped => Stop(state),
        >= ExportEvent.Created and <= ExportEvent.NotBegun => Answer(state, happened),
        >= ExportEvent.Found and <= ExportEvent.NotSettled => LookUp(state, happened),
        ExportEvent.LeaseOver => state.IsLeased ? To(state with { IsLeased = false }) : No(state, ExportRefusal.NotLeased),
        ExportEvent.RetryDue => state.IsDue ? No(state, ExportRefusal.WrongStatus) : To(state with { IsDue = true }),
        _ when state.IsLeased => No(state, ExportRefusal.Leased),
        ExportEvent.Disconnected => Disconnect(state),
        ExportEvent.Reconnected => Reconnect(state),
        _ when state.Link == LinkState.Unlinked => No(state, ExportRefusal.Unlinked),
        _ => state.HasTicket ? Tend(state, happened) : Decide(state, happened),
    };

    private static ExportStep Claim(ExportState state) => state switch
    {
        { HasTicket: true } => No(state, ExportRefusal.HasTicket),
        { Link: LinkState.Unlinked } => No(state, ExportRefusal.Unlinked),
        { Status: ExportStatus.Exported or ExportStatus.PartialFailed } => No(state, ExportRefusal.WrongStatus),
        { IsLeased: true } => No(state, ExportRefusal.Leased),
        { IsDue: false } => No(state, ExportRefusal.NotDue),
        { HasOpenAttempt: true } => To(ExportState.Reconciling, ExportEffects.Reconcile),
        _ => To(ExportState.Sending, ExportEffects.Send),
    };

    // A holder that can neither have nor get a ticket by itself gives the key up; any other one keeps it.
    private static ExportStep GiveKeyUp(ExportState state) => state switch
    {
        { HasTicket: true } => No(state, ExportRefusal.HasTicket),
        { IsLeased: true } => No(state, ExportRefusal.Leased),
        { HasOpenAttempt: true } => No(state, ExportRefusal.OpenAttempt),
        { Link: LinkState.Unlinked } => To(state, ExportEffects.FreeKey),
        { Status: ExportStatus.Failed or ExportStatus.Blocked or ExportStatus.Portable or ExportStatus.Disconnected } =>
            To(state, ExportEffects.FreeKey),
        _ => No(state, ExportRefusal.GoesOn),
    };

    // Whatever has gone further than a wish is left as it is: nothing that may have a ticket is ever shown as blocked.
    private static ExportStep Stop(ExportState state) => state switch
    {
        { HasTicket: true } => No(state, ExportRefusal.HasTicket),
        { Link: LinkState.Unlinked } => No(state, ExportRefusal.Unlinked),
        { IsLeased: true } => No(state, ExportRefusal.Leased),
        { HasOpenAttempt: true } => No(state, ExportRefusal.OpenAttempt),
        { Status: ExportStatus.Exported or ExportStatus.PartialFailed or ExportStatus.Portable or ExportStatus.Disconnected } =>
            No(state, ExportRefusal.WrongStatus),
        { IsDue: false } => No(state, ExportRefusal.NotDue),
        _ => To(state with { Status = ExportStatus.Blocked, Attempt = AttemptState.Blocked }, ExportEffects.NoteStop | ExportEffects.AskPerson),
    };

    // An answer counts even when the lease is over or the target was disconnected meanwhile, but not once another claim
    // was given to reconcile: a look-up settles that.
    private static ExportStep Answer(ExportState state, ExportEvent answer) => state switch
    {
        { Link: not LinkState.None } => No(state, ExportRefusal.HasTicket),
        { Attempt: not AttemptState.Sending } => No(state, ExportRefusal.NoOpenAttempt),
        { Status: ExportStatus.DeliveryUnknown } => No(state, ExportRefusal.OpenAttempt),
        _ => answer switch
        {
            ExportEvent.Created => Linked(ExportStatus.Exported, AttemptState.Created),
            ExportEvent.CreatedWithFault => Linked(ExportStatus.PartialFailed, AttemptState.Created),
            ExportEvent.Rejected => Ended(ExportStatus.Failed, AttemptState.Rejected),
            ExportEvent.BlockedBySettings => Ended(ExportStatus.Blocked, AttemptState.Rejected),
            ExportEvent.NotSent => Retry(AttemptState.NotSent),
            ExportEvent.TriesSpent => Ended(ExportStatus.Failed, AttemptState.NotSent),
            ExportEvent.RateLimited => Retry(AttemptState.RateLimited, ExportEffects.PauseTarget),
            ExportEvent.OutcomeUnknown => Unknown(ExportEffects.PlanLookUp),
            ExportEvent.RepeatRejected => Unknown(ExportEffects.AskPerson),
            ExportEvent.RepeatNotSent => Retry(AttemptState.Unknown),
            ExportEvent.RepeatRateLimited => Retry(AttemptState.Unknown, ExportEffects.PauseTarget),
            _ => Retry(AttemptState.NotCreated),
        },
    };

    private static ExportStep LookUp(ExportState state, ExportEvent answer) => state switch
    {
        { Link: not LinkState.None } => No(state, ExportRefusal.HasTicket),
        { HasOpenAttempt: false } => No(state, ExportRefusal.NoOpenAttempt),
        _ => answer switch
        {
            ExportEvent.Found => Linked(ExportStatus.Exported, AttemptState.Adopted),
            ExportEvent.AbsentTriesSpent => Ended(ExportStatus.Failed, AttemptState.NotCreated),
            ExportEvent.AbsentLikely => Unknown(ExportEffects.AskPerson),
            ExportEvent.LookUpFailed or ExportEvent.NotSettled => Unknown(ExportEffects.PlanLookUp),
            _ => SendAgain(state, answer),
        },
    };

    // Under the claim that made the request, the next try waits for its time; under one that was given to reconcile, it may leave.
    // What may be repeated is still in doubt: only a ticket, or the request that repeats it, ends that.
    private static ExportStep SendAgain(ExportState state, ExportEvent answer) => state switch
    {
        { Status: ExportStatus.Delivering, Attempt: AttemptState.Sending } =>
            Retry(answer == ExportEvent.Repeatable ? AttemptState.Unknown : AttemptState.NotCreated),
        { Status: not ExportStatus.DeliveryUnknown } => No(state, ExportRefusal.WrongStatus),
        { IsLeased: false } => No(state, ExportRefusal.NotLeased),
        _ => To(ExportState.Sending, ExportEffects.Send) with { Ended = AttemptState.NotCreated },
    };

    private static ExportStep Decide(ExportState state, ExportEvent decision) => decision switch
    {
        ExportEvent.LinkedByHand => To(
            state with
            {
                Status = ExportStatus.Exported,
                Attempt = state.HasOpenAttempt ? AttemptState.Adopted : state.Attempt,
                Link = LinkState.Live,
                IsDue = true,
            },
            ExportEffects.Link),
        ExportEvent.ConfirmedAbsent => ConfirmAbsence(state),
        ExportEvent.Approved or ExportEvent.ParkedAsFile when state.HasOpenAttempt => No(state, ExportRefusal.OpenAttempt),
        ExportEvent.Approved => state.Status is ExportStatus.Draft or ExportStatus.Failed or ExportStatus.Blocked or ExportStatus.Portable
            ? To(state with { Status = ExportStatus.Approved, IsDue = true })
            : No(state, ExportRefusal.WrongStatus),
        ExportEvent.ParkedAsFile => state.Status is ExportStatus.Exported or ExportStatus.PartialFailed or ExportStatus.Portable
            ? No(state, ExportRefusal.WrongStatus)
            : To(state with { Status = ExportStatus.Portable, IsDue = true }),
        _ => No(state, ExportRefusal.NoTicket),
    };

    private static ExportStep ConfirmAbsence(ExportState state) => state switch
    {
        { HasOpenAttempt: false } => No(state, ExportRefusal.NoOpenAttempt),
        { Status: not ExportStatus.DeliveryUnknown } => No(state, ExportRefusal.WrongStatus),
        { Attempt: AttemptState.Sending } => No(state, ExportRefusal.OpenAttempt),
        { IsDue: false } => No(state, ExportRefusal.NotDue),
        _ => To(state with { Status = ExportStatus.Approved, Attempt = AttemptState.NotCreated }),
    };

    private static ExportStep Tend(ExportState state, ExportEvent happened) => happened switch
    {
        ExportEvent.Unlinked => To(state with { Link = LinkState.Unlinked }, ExportEffects.FreeKey),
        ExportEvent.Relinked => To(state with { Link = LinkState.Live }, ExportEffects.Link),
        ExportEvent.ReferenceLost when state.Link == LinkState.Live => To(state with { Link = LinkState.Broken }, ExportEffects.AskPerson),
        ExportEvent.ReferenceSeen when state.Link == LinkState.Broken => To(state with { Link = LinkState.Live }),
        ExportEvent.FollowUpDone when state.Status == ExportStatus.PartialFailed => To(state with { Status = ExportStatus.Exported }),
        ExportEvent.ReferenceLost or ExportEvent.ReferenceSeen or ExportEvent.FollowUpDone => No(state, ExportRefusal.WrongStatus),
        _ => No(state, ExportRefusal.HasTicket),
    };

    // With a ticket the sync is what is disconnected, which is another axis; what waits for a person has no connection to lose.
    private static ExportStep Disconnect(ExportState state) => state switch
    {
        { HasTicket: true } => No(state, ExportRefusal.HasTicket),
        { Link: LinkState.Unlinked } => No(state, ExportRefusal.Unlinked),
        { Status: ExportStatus.Approved or ExportStatus.Delivering or ExportStatus.DeliveryUnknown or ExportStatus.RetryScheduled } =>
            To(state with { Status = ExportStatus.Disconnected, Attempt = Doubted(state.Attempt), IsDue = true }, ExportEffects.AskPerson),
        _ => No(state, ExportRefusal.WrongStatus),
    };

    private static ExportStep Reconnect(ExportState state) => state switch
    {
        { Status: not ExportStatus.Disconnected } => No(state, ExportRefusal.WrongStatus),
        { Link: not LinkState.None } => To(state with { Status = ExportStatus.Exported }),
        { HasOpenAttempt: true } => To(state with { Status = ExportStatus.DeliveryUnknown }),
        { IsDue: false } => To(state with { Status = ExportStatus.RetryScheduled }),
        _ => To(state with { Status = ExportStatus.Approved }),
    };

    private static ExportStep Linked(ExportStatus status, AttemptState attempt) =>
        To(new(status, attempt, LinkState.Live, IsLeased: false, IsDue: true), ExportEffects.Link);

    private static ExportStep Ended(ExportStatus status, AttemptState attempt) =>
        To(new(status, attempt, LinkState.None, IsLeased: false, IsDue: true), ExportEffects.AskPerson);

    private static ExportStep Retry(AttemptState attempt, ExportEffects more = ExportEffects.None) =>
        To(new(ExportStatus.RetryScheduled, attempt, LinkState.None, IsLeased: false, IsDue: false), ExportEffects.PlanRetry | more);

    private static ExportStep Unknown(ExportEffects effect) => To(
        new(ExportStatus.DeliveryUnknown, AttemptState.Unknown, LinkState.None, IsLeased: false, IsDue: effect != ExportEffects.PlanLookUp),
        effect);

    private static AttemptState Doubted(AttemptState attempt) => attempt == AttemptState.Sending ? AttemptState.Unknown : attempt;

    private static ExportStep To(ExportState next, ExportEffects effects = ExportEffects.None) => new(next, effects);

    private static ExportStep No(ExportState state, ExportRefusal reason) => new(state, ExportEffects.None) { Refusal = reason };
}
