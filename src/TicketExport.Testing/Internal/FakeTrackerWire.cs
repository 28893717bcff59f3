using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TicketExport.Rendering;
using TicketExport.Testing.Protocol;

namespace TicketExport.Testing.Internal;

// The wire of the fake tracker:
//   POST   /api/tickets                  201 ticket | 401 | 422 with the names of the fields
//   GET    /api/tickets?marker=<m>       200 list
//   GET    /api/tickets/<id>             200 ticket; this and all below: 404 once it is deleted, 403 while it is out of the token's reach
//   PUT    /api/tickets/<id>             200 ticket | 422
//   DELETE /api/tickets/<id>             200 ticket
//   POST   /api/tickets/<id>/close       200 ticket, also when it was closed before
//   POST   /api/tickets/<id>/reopen      200 ticket, also when it was open before
//   POST   /api/tickets/<id>/comments    201 comment | 422
//   GET    /api/me                       200 whom the token belongs to, and where tickets go
//   GET    /tickets/<id>                 the ticket as text, for people
internal sealed class FakeTrackerWire(FakeTrackerState state, string token, Func<DateTimeOffset, bool> isIndexed)
{
    public static readonly TextLimit TitleLimit = new(255, TextUnit.Utf16);
    public static readonly TextLimit BodyLimit = new(65_536, TextUnit.Utf16);
    public static readonly TextLimit CommentLimit = new(32_768, TextUnit.Utf16);

    public static FakeTrackerCallKind KindOf(FakeHttpRequest request) => (request.Method, request.Segments) switch
    {
        ("POST", ["api", "tickets"]) => FakeTrackerCallKind.Create,
        ("GET", ["api", "tickets"]) => FakeTrackerCallKind.Find,
        ("GET", ["api", "tickets", _]) => FakeTrackerCallKind.Read,
        ("PUT", ["api", "tickets", _]) => FakeTrackerCallKind.Update,
        ("DELETE", ["api", "tickets", _]) => FakeTrackerCallKind.Delete,
        ("POST", ["api", "tickets", _, "close"]) => FakeTrackerCallKind.Close,
        ("POST", ["api", "tickets", _, "reopen"]) => FakeTrackerCallKind.Reopen,
        ("POST", ["api", "tickets", _, "comments"]) => FakeTrackerCallKind.Comment,
        ("GET", ["api", "me"]) => FakeTrackerCallKind.Identity,
        _ => FakeTrackerCallKind.Unknown,
    };

    public static FakeHttpReply Refused(int status, string code, params string[] fields) => JsonOf(
        status,
        new FakeErrorResponse { Error = new FakeError { Code = code, Fields = fields.Length == 0 ? null : fields } },
        FakeJsonContext.Default.FakeErrorResponse);

    public static FakeHttpReply RateLimited(TimeSpan retryAfter) =>
        Refused(429, "rate_limited").With("Retry-After", Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture));

    public FakeHttpReply Handle(FakeHttpRequest request, Uri baseAddress)
    {
        var kind = KindOf(request);
        if (kind == FakeTrackerCallKind.Unknown)
        {
            return Elsewhere(request);
        }

        if (request.Headers.GetValueOrDefault("Authorization") != $"Bearer {token}")
        {
            return Refused(401, "unauthorized");
        }

        return kind switch
        {
            FakeTrackerCallKind.Create => Create(request, baseAddress),
            FakeTrackerCallKind.Find => Find(request.Query.GetValueOrDefault("marker", "")),
            FakeTrackerCallKind.Identity => JsonOf(200, new FakeIdentityResponse { Name = "Fake user", Places = [state.KeyPrefix] }, FakeJsonContext.Default.FakeIdentityResponse),
            _ => OfTicket(request, kind),
        };
    }

    private FakeHttpReply Create(FakeHttpRequest request, Uri baseAddress)
    {
        if (Read(request, FakeJsonContext.Default.FakeCreateTicketRequest) is not { } ticket)
        {
            return Refused(422, "validation_failed", "body");
        }

        return FieldsWrong(ticket.Title, ticket.Body) is { Length: > 0 } fields
            ? Refused(422, "validation_failed", fields) with { Marker = ticket.Marker }
            : TicketOf(201, state.Commit(ticket, baseAddress));
    }

    private static string[] FieldsWrong(string? title, string? body) =>
    [
        .. string.IsNullOrEmpty(title) || !TitleLimit.Allows(title) ? ["title"] : Array.Empty<string>(),
        .. BodyLimit.Allows(body ?? "") ? Array.Empty<string>() : ["body"],
    ];

    private FakeHttpReply Find(string marker)
    {
        var found = state.Tickets.Where(ticket => ticket.Marker == marker && !ticket.IsDeleted && isIndexed(ticket.CreatedAt)).Select(ToResponse);
        return JsonOf(200, new FakeTicketListResponse { Tickets = [.. found] }, FakeJsonContext.Default.FakeTicketListResponse) with { Marker = marker };
    }

    private FakeHttpReply OfTicket(FakeHttpRequest request, FakeTrackerCallKind kind)
    {
        var ticket = state.Find(request.Segments[2]);
        var reply = ticket switch
        {
            null or { IsDeleted: true } => Refused(404, "not_found"),
            { IsForbidden: true } => Refused(403, "forbidden"),
            _ => Act(request, kind, ticket),
        };
        return reply with { Marker = ticket?.Marker, TicketKey = ticket?.Key };
    }

    private FakeHttpReply Act(FakeHttpRequest request, FakeTrackerCallKind kind, FakeTicket ticket) => kind switch
    {
        FakeTrackerCallKind.Update => Update(request, ticket),
        FakeTrackerCallKind.Comment => Comment(request, ticket),
        FakeTrackerCallKind.Close => Edit(ticket, static ticket => ticket with { Status = FakeTrackerStatuses.Closed }),
        FakeTrackerCallKind.Reopen => Edit(ticket, static ticket => ticket.Status == FakeTrackerStatuses.Closed ? ticket with { Status = FakeTrackerStatuses.ToDo } : ticket),
        FakeTrackerCallKind.Delete => Edit(ticket, static ticket => ticket with { IsDeleted = true }),
        _ => TicketOf(200, ticket),
    };

    private FakeHttpReply Update(FakeHttpRequest request, FakeTicket ticket) =>
        Read(request, FakeJsonContext.Default.FakeUpdateTicketRequest) is { Title: { } title } update && FieldsWrong(title, update.Body) is []
            ? Edit(ticket, ticket => ticket with { Title = title, Body = update.Body ?? "", Labels = [.. update.Labels ?? []], Priority = update.Priority })
            : Refused(422, "validation_failed");

    private FakeHttpReply Comment(FakeHttpRequest request, FakeTicket ticket) =>
        Read(request, FakeJsonContext.Default.FakeCommentRequest) is { Text: { Length: > 0 } text } && CommentLimit.Allows(text)
            ? JsonOf(201, new FakeCommentResponse { Id = state.AddComment(ticket.Id, text).Id }, FakeJsonContext.Default.FakeCommentResponse)
            : Refused(422, "validation_failed");

    private FakeHttpReply Edit(FakeTicket ticket, Func<FakeTicket, FakeTicket> edit) => TicketOf(200, state.Edit(ticket.Id, edit)!);

    private FakeHttpReply Elsewhere(FakeHttpRequest request) => (request.Method, request.Segments) switch
    {
        ("GET", ["tickets", var id]) when state.Find(id) is { } ticket =>
            FakeHttpReply.Text(200, $"{ticket.Key}: {ticket.Title}\n\n{ticket.Body}", "text/plain; charset=utf-8"),
        (_, ["api", "tickets", ..]) => Refused(405, "method_not_allowed"),
        _ => Refused(404, "not_found"),
    };

    private static T? Read<T>(FakeHttpRequest request, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(request.Body.Span, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static FakeHttpReply JsonOf<T>(int status, T value, JsonTypeInfo<T> type) =>
        new() { Status = status, ContentType = "application/json", Body = JsonSerializer.SerializeToUtf8Bytes(value, type) };

    private static FakeHttpReply TicketOf(int status, FakeTicket ticket) =>
        JsonOf(status, ToResponse(ticket), FakeJsonContext.Default.FakeTicketResponse) with { Marker = ticket.Marker, TicketKey = ticket.Key };

    private static FakeTicketResponse ToResponse(FakeTicket ticket) => new()
    {
        Id = ticket.Id,
        Key = ticket.Key,
        Url = ticket.Url.AbsoluteUri,
        Title = ticket.Title,
        Marker = ticket.Marker,
        Status = ticket.Status,
        UpdatedAt = ticket.UpdatedAt,
    };
}
