using System.Collections.Immutable;
using TicketExport.Pipeline;
using TicketExport.Providers;
using TicketExport.Redaction;
using TicketExport.Targets;

namespace TicketExport.Comments;

/// <summary>Why a comment did not reach its ticket. Pure.</summary>
internal static class CommentFailures
{
    public const string SubCode = "comment";

    public static ExportFailure Of(ExportFailure cause) => cause with { SubCode = SubCode };

    public static ExportFailure Of(ProviderFault fault, TargetConnection connection) => Of(FailureMap.FromFault(fault, connection.Target));

    public static ExportFailure Unsafe(ImmutableArray<RedactionFinding> findings) => Of(FailureMap.ContentUnsafe(findings)) with
    {
        Message = $"The comment holds what must not leave: {string.Join(", ", findings.Select(static finding => finding.RuleId).Distinct())}. Nothing was sent; write it without that.",
    };

    public static ExportFailure NotSupported(TargetConnection connection) => new()
    {
        Code = ExportCodes.ProviderUnavailable,
        SubCode = SubCode,
        Reason = FailureReason.Configuration,
        Message = $"The provider of target '{connection.Target.Id}' cannot add comments. The comment stays in the thread.",
        NextStep = NextStep.None,
    };

    /// <summary>An earlier try was cut off, and the tracker cannot tell what it did.</summary>
    public static ExportFailure CutOff(TargetConnection connection) => new()
    {
        Code = ExportCodes.DeliveryFailed,
        SubCode = SubCode,
        Reason = FailureReason.Ambiguous,
        Message = $"An earlier try to add the comment through target '{connection.Target.Id}' was cut off, and the tracker cannot tell what came of it. Look at the ticket, and send the comment again if it is not there.",
        NextStep = NextStep.Confirm,
    };

    public static ProviderFault LeaseTooShort => new()
    {
        Reason = FailureReason.Timeout,
        Message = "Too little of the lease was left to call the tracker. Nothing was sent; raise TicketExport:LeaseDuration if this repeats.",
    };

    public static ProviderFault UnusableId => new()
    {
        Reason = FailureReason.Ambiguous,
        Message = "The tracker answered with an id of the comment that is empty, too long or not plain text. The comment may stand there.",
    };
}
