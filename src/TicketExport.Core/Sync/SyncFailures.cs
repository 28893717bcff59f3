using TicketExport.Pipeline;
using TicketExport.Providers;

namespace TicketExport.Sync;

/// <summary>Gives each failure of a sync its sub code and its next step. Pure.</summary>
internal static class SyncFailures
{
    public const string Read = "read";
    public const string Map = "map";
    public const string Write = "write";

    public static ExportFailure NotRead(ProviderFault fault, TicketTarget target) => Of(FailureMap.FromFault(fault, target), Read);

    public static ExportFailure NotRead(ExportFailure cause) => Of(cause, Read);

    public static ExportFailure NotWritten(ProviderFault fault, TicketTarget target) => Of(FailureMap.FromFault(fault, target), Write);

    public static ExportFailure Gone(ProviderFault fault, TicketTarget target, string subCode) => Of(FailureMap.FromFault(fault, target), subCode) with
    {
        Reason = FailureReason.NotFound,
        Message = $"{fault.Message} The link stays and no other ticket is created: put the right ticket into the link, or end the link.",
        NextStep = NextStep.Relink,
        Setting = null,
    };

    public static ExportFailure Forbidden(ProviderFault fault, TicketTarget target) => NotRead(
        fault.Reason is FailureReason.Authentication or FailureReason.Permission ? fault : fault with { Reason = FailureReason.Permission },
        target);

    public static ExportFailure NotMapped => new()
    {
        Code = ExportCodes.StatusSyncFailed,
        SubCode = Map,
        Reason = FailureReason.Unknown,
        Message = "The ticket was read, and its status is none that the provider can map. The tracker's own words are kept; map them in the target's settings, or change the ticket's status.",
        NextStep = NextStep.RetrySync,
    };

    private static ExportFailure Of(ExportFailure cause, string subCode) => cause with
    {
        Code = ExportCodes.StatusSyncFailed,
        SubCode = subCode,
        NextStep = cause.Reason is FailureReason.Authentication or FailureReason.Permission ? NextStep.Reconnect : NextStep.RetrySync,
    };
}
