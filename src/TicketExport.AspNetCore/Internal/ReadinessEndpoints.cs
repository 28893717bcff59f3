using Microsoft.AspNetCore.Http;
using TicketExport.AspNetCore.Protocol;
using TicketExport.Readiness;

namespace TicketExport.AspNetCore.Internal;

/// <summary>How the engine and the targets of an account stand.</summary>
internal static class ReadinessEndpoints
{
    public static Task<IResult> AccountAsync(HttpContext http, string? orgId) =>
        TicketCalls.RunAsync(http, TicketExportOperation.ReadReadiness, static async call =>
            AnswerTo(await call.Get<ITicketReadiness>().CheckAccountAsync(call.AccountId, call.WhileListening).ConfigureAwait(false)));

    public static Task<IResult> TargetAsync(HttpContext http, string? orgId, string targetId) =>
        TicketCalls.RunAsync(http, TicketExportOperation.ReadReadiness, async call =>
            LedgerWords.CanBeId(targetId)
            && await call.Get<ITicketReadiness>().CheckTargetAsync(call.AccountId, targetId, mayAskTracker: true, call.WhileListening).ConfigureAwait(false) is { } report
                ? AnswerTo(report)
                : Problems.NotFound);

    private static ApiAnswer AnswerTo(ReadinessReport report) => ApiAnswer.Of(
        StatusCodes.Status200OK,
        new ReadinessBody { IsReady = report.IsReady, Items = ReviewBodies.Of(report.Items) },
        ApiJsonContext.Default.ReadinessBody);
}
