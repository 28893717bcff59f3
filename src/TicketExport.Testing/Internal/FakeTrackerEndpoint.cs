using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TicketExport.Testing.Protocol;

namespace TicketExport.Testing.Internal;

// The wire of the fake tracker:
//   POST /api/tickets                201 ticket | 401 | 422 with the names of the fields
//   GET  /api/tickets?marker=<m>     200 list, at once consistent
//   GET  /api/tickets/<id>           200 ticket | 404
//   GET  /tickets/<id>               the ticket as text, for people
internal sealed class FakeTrackerEndpoint(FakeTrackerState state, string token, Func<Uri> baseAddress)
{
    private const string ApiPath = "/api/tickets";
    private const int MaxTitleLength = 255;

    public Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (HttpMethods.IsGet(context.Request.Method) && path.StartsWithSegments("/tickets", out var page))
        {
            return ShowAsync(context, page.Value?.Trim('/') ?? "");
        }

        if (!path.StartsWithSegments(ApiPath, out var rest))
        {
            return RefuseAsync(context, new(404, "not_found"));
        }

        return (context.Request.Method, rest.HasValue) switch
        {
            ("POST", false) => GuardAsync(context, FakeTrackerCallKind.Create, CreateAsync),
            ("GET", false) => GuardAsync(context, FakeTrackerCallKind.Find, FindAsync),
            ("GET", true) => GuardAsync(context, FakeTrackerCallKind.Read, (_, _) => ReadAsync(context, rest.Value!.Trim('/'))),
            _ => RefuseAsync(context, new(405, "method_not_allowed")),
        };
    }

    private async Task GuardAsync(HttpContext context, FakeTrackerCallKind kind, Func<HttpContext, FakeTrackerFault?, Task> serve)
    {
        var fault = state.Arrive(kind);
        var refusal = fault as FakeTrackerFault.Refuse
            ?? (context.Request.Headers.Authorization == $"Bearer {token}" ? null : new FakeTrackerFault.Refuse(401, "unauthorized"));
        if (refusal is null)
        {
            await serve(context, fault).ConfigureAwait(false);
            return;
        }

        state.Decide(kind, marker: null, ticketKey: null, refusal.Status);
        await RefuseAsync(context, refusal).ConfigureAwait(false);
    }

    private async Task CreateAsync(HttpContext context, FakeTrackerFault? fault)
    {
        var request = await ReadRequestAsync(context).ConfigureAwait(false);
        var title = request?.Title ?? "";
        if (request is null || title.Length is 0 or > MaxTitleLength)
        {
            state.Decide(FakeTrackerCallKind.Create, request?.Marker, ticketKey: null, 422);
            await RefuseAsync(context, new(422, "validation_failed"), request is null ? "body" : "title").ConfigureAwait(false);
            return;
        }

        if (fault is FakeTrackerFault.Wait wait)
        {
            await wait.Until(context.RequestAborted).ConfigureAwait(false);
            context.RequestAborted.ThrowIfCancellationRequested();
        }

        await AnswerAsync(context, request, fault).ConfigureAwait(false);
    }

    private async Task AnswerAsync(HttpContext context, FakeCreateTicketRequest request, FakeTrackerFault? fault)
    {
        if (fault is FakeTrackerFault.DropBeforeCommit or FakeTrackerFault.LoginPage)
        {
            var status = fault is FakeTrackerFault.LoginPage ? 200 : (int?)null;
            state.Decide(FakeTrackerCallKind.Create, request.Marker, ticketKey: null, status);
            await (status is null ? CutAsync(context) : LoginPageAsync(context)).ConfigureAwait(false);
            return;
        }

        var ticket = state.Commit(request, baseAddress());
        int? answered = fault is FakeTrackerFault.LoseReply ? null : (fault as FakeTrackerFault.Answer)?.Status ?? 201;
        state.Decide(FakeTrackerCallKind.Create, request.Marker, ticket.Key, answered);
        await (fault switch
        {
            FakeTrackerFault.LoseReply => CutAsync(context),
            FakeTrackerFault.Answer answer => Reply.BytesAsync(context, answer.Status, answer.ContentType, answer.Body),
            _ => Reply.JsonAsync(context, 201, ToResponse(ticket), FakeJsonContext.Default.FakeTicketResponse),
        }).ConfigureAwait(false);
    }

    private Task FindAsync(HttpContext context, FakeTrackerFault? fault)
    {
        var marker = context.Request.Query["marker"].ToString();
        state.Decide(FakeTrackerCallKind.Find, marker, ticketKey: null, 200);
        var found = state.Tickets.Where(ticket => ticket.Marker == marker).Select(ToResponse).ToArray();
        return Reply.JsonAsync(context, 200, new FakeTicketListResponse { Tickets = found }, FakeJsonContext.Default.FakeTicketListResponse);
    }

    private Task ReadAsync(HttpContext context, string id)
    {
        var ticket = state.Tickets.FirstOrDefault(ticket => ticket.Id == id || ticket.Key == id);
        state.Decide(FakeTrackerCallKind.Read, ticket?.Marker, ticket?.Key, ticket is null ? 404 : 200);
        return ticket is null
            ? RefuseAsync(context, new(404, "not_found"))
            : Reply.JsonAsync(context, 200, ToResponse(ticket), FakeJsonContext.Default.FakeTicketResponse);
    }

    private Task ShowAsync(HttpContext context, string id)
    {
        var ticket = state.Tickets.FirstOrDefault(ticket => ticket.Id == id);
        return ticket is null
            ? RefuseAsync(context, new(404, "not_found"))
            : Reply.BytesAsync(context, 200, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes($"{ticket.Key}: {ticket.Title}\n\n{ticket.Body}"));
    }

    private static async Task<FakeCreateTicketRequest?> ReadRequestAsync(HttpContext context)
    {
        try
        {
            return await JsonSerializer
                .DeserializeAsync(context.Request.Body, FakeJsonContext.Default.FakeCreateTicketRequest, context.RequestAborted)
                .ConfigureAwait(false);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Task RefuseAsync(HttpContext context, FakeTrackerFault.Refuse refusal, params string[] fields)
    {
        if (refusal.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        var error = new FakeErrorResponse { Error = new FakeError { Code = refusal.Code, Fields = fields.Length == 0 ? null : fields } };
        return Reply.JsonAsync(context, refusal.Status, error, FakeJsonContext.Default.FakeErrorResponse);
    }

    private static Task LoginPageAsync(HttpContext context) =>
        Reply.BytesAsync(context, 200, "text/html; charset=utf-8", Encoding.UTF8.GetBytes("<!doctype html><title>Sign in</title><form method=post></form>"));

    private static Task CutAsync(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static FakeTicketResponse ToResponse(FakeTicket ticket) => new()
    {
        Id = ticket.Id,
        Key = ticket.Key,
        Url = ticket.Url.AbsoluteUri,
        Title = ticket.Title,
        Marker = ticket.Marker,
    };
}
