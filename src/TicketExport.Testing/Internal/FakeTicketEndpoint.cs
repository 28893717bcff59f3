using Microsoft.AspNetCore.Http;
using TicketExport.Testing.Protocol;

namespace TicketExport.Testing.Internal;

// The wire of one ticket; 404 once it is deleted, 403 while it is out of the token's reach:
//   GET    /api/tickets/<id>             200 ticket
//   PUT    /api/tickets/<id>             200 ticket | 422 with the names of the fields
//   DELETE /api/tickets/<id>             200 ticket
//   POST   /api/tickets/<id>/close       200 ticket, also when it was closed before
//   POST   /api/tickets/<id>/reopen      200 ticket, also when it was open before
//   POST   /api/tickets/<id>/comments    201 comment | 422
internal sealed class FakeTicketEndpoint(FakeTrackerState state)
{
    public static FakeTrackerCallKind? KindOf(string method, string[] parts) => (method, parts) switch
    {
        ("GET", [_]) => FakeTrackerCallKind.Read,
        ("PUT", [_]) => FakeTrackerCallKind.Update,
        ("DELETE", [_]) => FakeTrackerCallKind.Delete,
        ("POST", [_, "close"]) => FakeTrackerCallKind.Close,
        ("POST", [_, "reopen"]) => FakeTrackerCallKind.Reopen,
        ("POST", [_, "comments"]) => FakeTrackerCallKind.Comment,
        _ => null,
    };

    public async Task ServeAsync(HttpContext context, FakeTrackerCallKind kind, string id, FakeTrackerFault? fault)
    {
        var edit = await ReadEditAsync(context, kind).ConfigureAwait(false);
        if (fault is FakeTrackerFault.Wait wait)
        {
            await wait.Until(context.RequestAborted).ConfigureAwait(false);
            context.RequestAborted.ThrowIfCancellationRequested();
        }

        var ticket = state.Find(id);
        var refusal = ticket switch
        {
            null or { IsDeleted: true } => new FakeTrackerFault.Refuse(404, "not_found"),
            { IsForbidden: true } => new FakeTrackerFault.Refuse(403, "forbidden"),
            _ => edit is null ? new FakeTrackerFault.Refuse(422, "validation_failed") : null,
        };
        if (refusal is not null)
        {
            state.Decide(kind, ticket?.Marker, ticket?.Key, refusal.Status);
            await FakeReplies.RefuseAsync(context, refusal).ConfigureAwait(false);
            return;
        }

        await AnswerAsync(context, kind, new Edit(ticket!, edit!), fault).ConfigureAwait(false);
    }

    private async Task AnswerAsync(HttpContext context, FakeTrackerCallKind kind, Edit edit, FakeTrackerFault? fault)
    {
        if (fault is FakeTrackerFault.DropBeforeCommit or FakeTrackerFault.LoginPage)
        {
            var isPage = fault is FakeTrackerFault.LoginPage;
            state.Decide(kind, edit.Ticket.Marker, edit.Ticket.Key, isPage ? 200 : null);
            await (isPage ? FakeReplies.LoginPageAsync(context) : FakeReplies.CutAsync(context)).ConfigureAwait(false);
            return;
        }

        var (status, answer) = edit.Run(edit.Ticket);
        int? answered = fault is FakeTrackerFault.LoseReply ? null : (fault as FakeTrackerFault.Answer)?.Status ?? status;
        state.Decide(kind, edit.Ticket.Marker, edit.Ticket.Key, answered);
        await (fault switch
        {
            FakeTrackerFault.LoseReply => FakeReplies.CutAsync(context),
            FakeTrackerFault.Answer given => Reply.BytesAsync(context, given.Status, given.ContentType, given.Body),
            _ => answer(context),
        }).ConfigureAwait(false);
    }

    private async Task<Func<FakeTicket, (int Status, Func<HttpContext, Task> Answer)>?> ReadEditAsync(HttpContext context, FakeTrackerCallKind kind)
    {
        switch (kind)
        {
            case FakeTrackerCallKind.Update:
                var update = await FakeReplies.ReadAsync(context, FakeJsonContext.Default.FakeUpdateTicketRequest).ConfigureAwait(false);
                return update?.Title is { Length: > 0 and <= FakeReplies.MaxTitleLength } title
                    ? Changing(ticket => ticket with
                    {
                        Title = title,
                        Body = update.Body ?? "",
                        Labels = [.. update.Labels ?? []],
                        Priority = update.Priority,
                    })
                    : null;
            case FakeTrackerCallKind.Comment:
                var comment = await FakeReplies.ReadAsync(context, FakeJsonContext.Default.FakeCommentRequest).ConfigureAwait(false);
                return string.IsNullOrEmpty(comment?.Text) ? null : ticket => Comment(ticket, comment.Text);
            case FakeTrackerCallKind.Close:
                return Changing(static ticket => ticket with { Status = FakeTrackerStatuses.Closed });
            case FakeTrackerCallKind.Reopen:
                return Changing(static ticket => ticket.Status == FakeTrackerStatuses.Closed ? ticket with { Status = FakeTrackerStatuses.ToDo } : ticket);
            case FakeTrackerCallKind.Delete:
                return Changing(static ticket => ticket with { IsDeleted = true });
            default:
                return static ticket => (200, context => TicketAsync(context, ticket));
        }
    }

    private Func<FakeTicket, (int Status, Func<HttpContext, Task> Answer)> Changing(Func<FakeTicket, FakeTicket> change) => ticket =>
    {
        var changed = state.Edit(ticket.Id, change)!;
        return (200, context => TicketAsync(context, changed));
    };

    private (int Status, Func<HttpContext, Task> Answer) Comment(FakeTicket ticket, string text)
    {
        var comment = new FakeCommentResponse { Id = state.AddComment(ticket.Id, text).Id };
        return (201, context => Reply.JsonAsync(context, 201, comment, FakeJsonContext.Default.FakeCommentResponse));
    }

    private static Task TicketAsync(HttpContext context, FakeTicket ticket) =>
        Reply.JsonAsync(context, 200, FakeReplies.ToResponse(ticket), FakeJsonContext.Default.FakeTicketResponse);

    private sealed record Edit(FakeTicket Ticket, Func<FakeTicket, (int Status, Func<HttpContext, Task> Answer)> Run);
}
