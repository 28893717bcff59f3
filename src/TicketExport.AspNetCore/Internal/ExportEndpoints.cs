using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using TicketExport.AspNetCore.Protocol;
using TicketExport.Decisions;
using TicketExport.Ledger;
using TicketExport.Links;
using TicketExport.Sync;

namespace TicketExport.AspNetCore.Internal;

/// <summary>The exports of an account, and what people decide on them.</summary>
internal static class ExportEndpoints
{
    public static Task<IResult> ListAsync(HttpContext http, string? orgId, [AsParameters] ExportListQuery query) =>
        TicketCalls.RunAsync(http, TicketExportOperation.ListExports, async call =>
        {
            var (filter, invalid) = query.ToFilter(call.AccountId);
            var (page, problem) = Paging.Read(query.Limit, query.Cursor);
            if ((invalid ?? problem) is { } refusal)
            {
                return refusal;
            }

            var found = await Paging.ReadAsync(() => call.Get<IExportLedgerQueries>().ListAsync(filter!, page!, call.WhileListening)).ConfigureAwait(false);
            return found is null
                ? Paging.BadCursor
                : ApiAnswer.Of(
                    StatusCodes.Status200OK,
                    new ExportPageBody { Items = await BodiesAsync(call, found.Items).ConfigureAwait(false), NextCursor = found.NextCursor },
                    ApiJsonContext.Default.ExportPageBody);
        });

    public static Task<IResult> GetAsync(HttpContext http, string? orgId, string exportId) =>
        RunAsync(http, exportId, TicketExportOperation.ReadExport, async (call, export) =>
        {
            var attempts = await call.Get<IExportLedgerQueries>().ListAttemptsAsync(call.AccountId, exportId, call.WhileListening).ConfigureAwait(false);
            var body = new ExportDetailBody
            {
                Export = (await BodiesAsync(call, [export]).ConfigureAwait(false))[0],
                Attempts = [.. attempts.Select(ExportBodies.Of)],
            };
            return ApiAnswer.Of(StatusCodes.Status200OK, body, ApiJsonContext.Default.ExportDetailBody);
        });

    public static Task<IResult> RetryAsync(HttpContext http, string? orgId, string exportId) => DecideAsync(
        http,
        exportId,
        TicketExportOperation.Retry,
        static (call, id, reason) => call.Get<ITicketDecisions>().ApproveAsync(call.AccountId, id, call.By(reason, "Retried over the HTTP interface."), CancellationToken.None));

    public static Task<IResult> ConfirmAbsentAsync(HttpContext http, string? orgId, string exportId) => DecideAsync(
        http,
        exportId,
        TicketExportOperation.ConfirmAbsent,
        static (call, id, reason) => call.Get<ITicketDecisions>().ConfirmAbsentAsync(call.AccountId, id, call.By(reason, "Confirmed over the HTTP interface that there is no ticket."), CancellationToken.None));

    public static Task<IResult> RelinkAsync(HttpContext http, string? orgId, string exportId) =>
        RunAsync(http, exportId, TicketExportOperation.Relink, async (call, _) =>
        {
            var (body, malformed) = call.Read(ApiJsonContext.Default.RelinkBody);
            var (ticket, invalid) = RelinkTickets.Read(body);
            if ((malformed ?? TicketCall.CheckReason(body.Reason) ?? invalid) is { } refusal)
            {
                return refusal;
            }

            var by = call.By(body.Reason, "Relinked over the HTTP interface.");
            var result = await call.Get<ITicketLinks>().RelinkAsync(call.AccountId, exportId, ticket!, by, CancellationToken.None).ConfigureAwait(false);
            return result is { Outcome: LinkOutcome.Relinked or LinkOutcome.AlreadyLinked, Export: { } export }
                ? await SourceTickets.LinkAsync(call, StatusCodes.Status200OK, export).ConfigureAwait(false)
                : LinkChanges.AnswerTo(result);
        });

    public static Task<IResult> SyncAsync(HttpContext http, string? orgId, string exportId) =>
        RunAsync(http, exportId, TicketExportOperation.SyncStatus, async (call, _) =>
        {
            var result = await call.Get<ITicketSync>().SyncAsync(call.AccountId, exportId, CancellationToken.None).ConfigureAwait(false);
            var export = await call.Get<IExportLedgerQueries>().FindExportAsync(call.AccountId, exportId, CancellationToken.None).ConfigureAwait(false);
            return result.Outcome switch
            {
                SyncOutcome.NotFound => Problems.NotFound,
                SyncOutcome.NotLinked => Problems.NotLinked,
                SyncOutcome.NotSupported => Problems.Of(StatusCodes.Status422UnprocessableEntity, ApiCodes.NotSupported, "The provider cannot read tickets."),
                SyncOutcome.Failed when result.Failure is { Code: ExportCodes.ProviderNotConfigured } failure => Problems.Of(Problems.BodyOf(failure)),
                _ when export is null => Problems.NotFound,
                _ => ApiAnswer.Of(StatusCodes.Status200OK, (await BodiesAsync(call, [export]).ConfigureAwait(false))[0], ApiJsonContext.Default.ExportBody),
            };
        });

    /// <summary>Runs what is about one export of the caller's account; another account's is answered as one that does not exist.</summary>
    public static Task<IResult> RunAsync(HttpContext http, string exportId, TicketExportOperation operation, Func<TicketCall, ExportRecord, Task<IResult>> act) =>
        TicketCalls.RunAsync(http, operation, async call =>
            LedgerWords.CanBeId(exportId) && await call.Get<IExportLedgerQueries>().FindExportAsync(call.AccountId, exportId, call.WhileListening).ConfigureAwait(false) is { } export
                ? await act(call, export).ConfigureAwait(false)
                : Problems.NotFound);

    private static Task<IResult> DecideAsync(HttpContext http, string exportId, TicketExportOperation operation, Func<TicketCall, string, string?, Task<DecisionResult>> decide) =>
        RunAsync(http, exportId, operation, async (call, _) =>
        {
            var (body, malformed) = call.Read(ApiJsonContext.Default.ReasonBody);
            if ((malformed ?? TicketCall.CheckReason(body.Reason)) is { } refusal)
            {
                return refusal;
            }

            var result = await decide(call, exportId, body.Reason).ConfigureAwait(false);
            return result is { Outcome: DecisionOutcome.Done, Export: { } export }
                ? ApiAnswer.Of(StatusCodes.Status202Accepted, (await BodiesAsync(call, [export]).ConfigureAwait(false))[0], ApiJsonContext.Default.ExportBody)
                : LinkChanges.Refusal(result);
        });

    private static async Task<ImmutableArray<ExportBody>> BodiesAsync(TicketCall call, ImmutableArray<ExportRecord> exports)
    {
        var syncs = exports.IsEmpty
            ? []
            : await call.Get<ISyncLedger>().FindSyncsAsync(call.AccountId, [.. exports.Select(static export => export.ExportId)], CancellationToken.None).ConfigureAwait(false);
        return ExportBodies.Of(exports, syncs, call.Get<IOptionsMonitor<TicketExportOptions>>().CurrentValue, call.Now);
    }
}
