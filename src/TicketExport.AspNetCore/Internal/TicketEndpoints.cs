using Microsoft.AspNetCore.Http;
using TicketExport.AspNetCore.Protocol;
using TicketExport.Ledger;
using TicketExport.Links;
using TicketExport.Sync;

namespace TicketExport.AspNetCore.Internal;

/// <summary>The link of a source: create, read, close, unlink.</summary>
internal static class TicketEndpoints
{
    public static Task<IResult> CreateAsync(HttpContext http, string? orgId, string sourceId, string? target) =>
        TicketCalls.RunAsync(http, TicketExportOperation.CreateTicket, async call =>
        {
            var (request, problem) = await SourceTickets.RequestAsync(call, TicketCalls.SourceOf(http)!.Value, target).ConfigureAwait(false);
            return problem ?? await CreatedAsync(
                call,
                await call.Get<ITicketExporter>().ExportAsync(request!, CancellationToken.None).ConfigureAwait(false)).ConfigureAwait(false);
        });

    public static Task<IResult> GetAsync(HttpContext http, string? orgId, string sourceId, string? target) =>
        TicketCalls.RunAsync(http, TicketExportOperation.ReadTicket, async call =>
        {
            var (export, problem) = await SourceTickets.FindAsync(call, TicketCalls.SourceOf(http)!.Value, target).ConfigureAwait(false);
            return problem ?? (export is null ? Problems.NotLinked : await SourceTickets.LinkAsync(call, StatusCodes.Status200OK, export).ConfigureAwait(false));
        });

    public static Task<IResult> CloseAsync(HttpContext http, string? orgId, string sourceId, string? target) =>
        TicketCalls.RunAsync(http, TicketExportOperation.CloseTicket, async call =>
        {
            var (body, malformed) = call.Read(ApiJsonContext.Default.ReasonBody);
            var (export, problem) = await SourceTickets.FindAsync(call, TicketCalls.SourceOf(http)!.Value, target).ConfigureAwait(false);
            if ((malformed ?? TicketCall.CheckReason(body.Reason) ?? problem) is { } refusal)
            {
                return refusal;
            }

            if (export is null || !LinkBodies.HasTicket(export))
            {
                return Problems.NotLinked;
            }

            var by = call.By(body.Reason, "Closed over the HTTP interface.");
            return await ClosedAsync(call, export, await call.Get<ITicketChanges>().CloseAsync(call.AccountId, export.ExportId, by, CancellationToken.None).ConfigureAwait(false)).ConfigureAwait(false);
        });

    public static Task<IResult> UnlinkAsync(HttpContext http, string? orgId, string sourceId, string? target) =>
        TicketCalls.RunAsync(http, TicketExportOperation.UnlinkTicket, async call =>
        {
            var (export, problem) = await SourceTickets.FindAsync(call, TicketCalls.SourceOf(http)!.Value, target).ConfigureAwait(false);
            if (problem is not null || export is null)
            {
                return problem ?? Problems.NotLinked;
            }

            var by = call.By(null, "Unlinked over the HTTP interface.");
            return LinkChanges.AnswerTo(await call.Get<ITicketLinks>().UnlinkAsync(call.AccountId, export.ExportId, by, CancellationToken.None).ConfigureAwait(false));
        });

    private static async Task<ApiAnswer> CreatedAsync(TicketCall call, ExportResult result)
    {
        var export = result.ExportId is { } id
            ? await call.Get<IExportLedgerQueries>().FindExportAsync(call.AccountId, id, CancellationToken.None).ConfigureAwait(false)
            : null;
        if (export is not null && StatusOf(result.Outcome) is { } status)
        {
            var answer = await SourceTickets.LinkAsync(call, status, export).ConfigureAwait(false);
            return status == StatusCodes.Status201Created ? answer with { Location = call.Http.Request.PathBase.Add(call.Http.Request.Path).ToUriComponent() } : answer;
        }

        return result.Outcome switch
        {
            ExportOutcome.AlreadyExported => await StandsAsync(call, Problems.BodyOf(StatusCodes.Status409Conflict, result.Failure!), export).ConfigureAwait(false),
            ExportOutcome.InProgress => await StandsAsync(
                call,
                Problems.BodyOf(StatusCodes.Status409Conflict, ApiCodes.InProgress, "Another caller is exporting the source right now. Nothing was sent; read the link in a moment.") with { NextStep = NextStep.Wait },
                export).ConfigureAwait(false) with
            { RetryAfterSeconds = SourceTickets.SecondsUntil(call, result.RetryAt) },
            _ => Failed(call, result),
        };
    }

    private static int? StatusOf(ExportOutcome outcome) => outcome switch
    {
        ExportOutcome.Created or ExportOutcome.Adopted => StatusCodes.Status201Created,
        ExportOutcome.OpenedExisting or ExportOutcome.UpdatedExisting => StatusCodes.Status200OK,
        ExportOutcome.RetryScheduled or ExportOutcome.DeliveryUnknown or ExportOutcome.Enqueued => StatusCodes.Status202Accepted,
        _ => null,
    };

    private static ApiAnswer Failed(TicketCall call, ExportResult result)
    {
        var answer = Problems.Of(Problems.BodyOf(result.Failure!) with { ExportId = result.ExportId, RetryAt = result.RetryAt });
        return result.RetryAt is null ? answer : answer with { RetryAfterSeconds = SourceTickets.SecondsUntil(call, result.RetryAt) };
    }

    private static async Task<ApiAnswer> StandsAsync(TicketCall call, ProblemBody problem, ExportRecord? export) => Problems.Of(problem with
    {
        ExportId = export?.ExportId,
        Link = export is null ? null : await SourceTickets.BodyOfAsync(call, export).ConfigureAwait(false),
    });

    private static async Task<ApiAnswer> ClosedAsync(TicketCall call, ExportRecord export, CloseResult result)
    {
        var facts = new ExportBodyFacts(export.ExportId, result.RetryAt);
        switch (result.Outcome)
        {
            case CloseOutcome.Closed:
                return await SourceTickets.LinkAsync(call, StatusCodes.Status200OK, export).ConfigureAwait(false);
            case CloseOutcome.InDoubt:
                return await SourceTickets.LinkAsync(call, StatusCodes.Status202Accepted, export).ConfigureAwait(false);
            case CloseOutcome.Busy:
                return Problems.Of(Problems.BodyOf(StatusCodes.Status409Conflict, ApiCodes.InProgress, "Another caller is changing the ticket, or its target is paused. Ask again later.") with { RetryAt = result.RetryAt }) with
                {
                    RetryAfterSeconds = SourceTickets.SecondsUntil(call, result.RetryAt),
                };
            case CloseOutcome.NotSupported:
                return Problems.Of(Problems.BodyOf(StatusCodes.Status422UnprocessableEntity, ApiCodes.NotSupported, result.Failure?.Message ?? "The provider cannot close tickets.") with { ExportId = export.ExportId });
            case CloseOutcome.Missing:
                return Problems.Refused("ticket_missing", result.Failure?.Message ?? "The tracker no longer shows the ticket. Put the right ticket into the link, or end the link.", facts with { NextStep = NextStep.Relink });
            case CloseOutcome.NotLinked or CloseOutcome.NotFound:
                return Problems.NotLinked;
            default:
                var problem = result.Failure is { } failure ? Problems.BodyOf(failure) : Problems.BodyOf(StatusCodes.Status502BadGateway, ExportCodes.StatusSyncFailed, "The ticket was not closed.");
                var answer = Problems.Of(problem with { ExportId = export.ExportId, RetryAt = result.RetryAt });
                return result.RetryAt is null ? answer : answer with { RetryAfterSeconds = SourceTickets.SecondsUntil(call, result.RetryAt) };
        }
    }
}
