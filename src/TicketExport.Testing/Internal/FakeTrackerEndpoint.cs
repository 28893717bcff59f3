using System.Text;
using Microsoft.AspNetCore.Http;
using TicketExport.Testing.Protocol;

namespace TicketExport.Testing.Internal;

// The wire of the fake tracker:
//   POST /api/tickets                201 ticket | 401 | 422 with the names of the fields
//   GET  /api/tickets?marker=<m>     200 list, at once consistent
//        /api/tickets/<id>           see FakeTicketEndpoint
//   GET  /api/me                     200 whom the token belongs to, and where tickets go
//   GET  /tickets/<id>               the ticket as text, for people
internal sealed class FakeTrackerEndpoint(FakeTrackerState state, string token, Func<Uri> baseAddress)
{
    private const string ApiPath = "/api/tickets";
    private readonly FakeTicketEndpoint _ticket = new(state);

    public Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (HttpMethods.IsGet(context.Request.Method) && path.StartsWithSegments("/tickets", out var page))
        {
            return ShowAsync(context, page.Value?.Trim('/') ?? "");
        }

        if (HttpMethods.IsGet(context.Request.Method) && path == "/api/me")
        {
            return GuardAsync(context, FakeTrackerCallKind.Identity, IdentifyAsync);
        }

        return path.StartsWithSegments(ApiPath, out var rest) ? RouteAsync(context, rest) : FakeReplies.RefuseAsync(context, new(404, "not_found"));
    }

    private Task RouteAsync(HttpContext context, PathString rest)
    {
        var parts = (rest.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (context.Request.Method, parts) switch
        {
            ("POST", []) => GuardAsync(context, FakeTrackerCallKind.Create, CreateAsync),
            ("GET", []) => GuardAsync(context, FakeTrackerCallKind.Find, FindAsync),
            (var method, [var id, ..]) when FakeTicketEndpoint.KindOf(method, parts) is { } kind =>
                GuardAsync(context, kind, (_, fault) => _ticket.ServeAsync(context, kind, Uri.UnescapeDataString(id), fault)),
            _ => FakeReplies.RefuseAsync(context, new(405, "method_not_allowed")),
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
        await FakeReplies.RefuseAsync(context, refusal).ConfigureAwait(false);
    }

    private async Task CreateAsync(HttpContext context, FakeTrackerFault? fault)
    {
        var request = await FakeReplies.ReadAsync(context, FakeJsonContext.Default.FakeCreateTicketRequest).ConfigureAwait(false);
        var title = request?.Title ?? "";
        if (request is null || title.Length is 0 or > FakeReplies.MaxTitleLength)
        {
            state.Decide(FakeTrackerCallKind.Create, request?.Marker, ticketKey: null, 422);
            await FakeReplies.RefuseAsync(context, new(422, "validation_failed"), request is null ? "body" : "title").ConfigureAwait(false);
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
            await (status is null ? FakeReplies.CutAsync(context) : FakeReplies.LoginPageAsync(context)).ConfigureAwait(false);
            return;
        }

        var ticket = state.Commit(request, baseAddress());
        int? answered = fault is FakeTrackerFault.LoseReply ? null : (fault as FakeTrackerFault.Answer)?.Status ?? 201;
        state.Decide(FakeTrackerCallKind.Create, request.Marker, ticket.Key, answered);
        await (fault switch
        {
            FakeTrackerFault.LoseReply => FakeReplies.CutAsync(context),
            FakeTrackerFault.Answer answer => Reply.BytesAsync(context, answer.Status, answer.ContentType, answer.Body),
            _ => Reply.JsonAsync(context, 201, FakeReplies.ToResponse(ticket), FakeJsonContext.Default.FakeTicketResponse),
        }).ConfigureAwait(false);
    }

    private Task FindAsync(HttpContext context, FakeTrackerFault? fault)
    {
        var marker = context.Request.Query["marker"].ToString();
        state.Decide(FakeTrackerCallKind.Find, marker, ticketKey: null, 200);
        var found = state.Tickets.Where(ticket => ticket.Marker == marker && !ticket.IsDeleted).Select(FakeReplies.ToResponse).ToArray();
        return Reply.JsonAsync(context, 200, new FakeTicketListResponse { Tickets = found }, FakeJsonContext.Default.FakeTicketListResponse);
    }

    private Task IdentifyAsync(HttpContext context, FakeTrackerFault? fault)
    {
        state.Decide(FakeTrackerCallKind.Identity, marker: null, ticketKey: null, 200);
        var identity = new FakeIdentityResponse { Name = "Fake user", Places = [state.KeyPrefix] };
        return Reply.JsonAsync(context, 200, identity, FakeJsonContext.Default.FakeIdentityResponse);
    }

    private Task ShowAsync(HttpContext context, string id)
    {
        var ticket = state.Find(id);
        return ticket is null
            ? FakeReplies.RefuseAsync(context, new(404, "not_found"))
            : Reply.BytesAsync(context, 200, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes($"{ticket.Key}: {ticket.Title}\n\n{ticket.Body}"));
    }
}
