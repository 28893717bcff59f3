using TicketExport.Ledger;

namespace TicketExport.Pipeline;

/// <summary>What an answer tells about its target, as opposed to the document. Pure.</summary>
internal static class TargetSignals
{
    public static TargetSignal Of(ProviderAnswer answer) => answer switch
    {
        { Fault.DisablesTarget: true } => TargetSignal.Gone,
        { Ticket: not null } => TargetSignal.Works,
        { Fault: { } fault } when IsOfTarget(fault.Reason) => TargetSignal.Fails,
        _ => TargetSignal.None,
    };

    private static bool IsOfTarget(FailureReason reason) => reason is
        FailureReason.Authentication
        or FailureReason.Permission
        or FailureReason.NotFound
        or FailureReason.Unavailable
        or FailureReason.Timeout
        or FailureReason.UnsafeAddress
        or FailureReason.Redirected;
}
