using System.Text;
using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

// The wire of Jira below /rest/api/3, at a Data Center /rest/api/2: who may ask, and which part answers.
//   GET  myself | project/<key> | mypermissions | issue/createmeta/<project>/issuetypes[/<id>]   JiraMetadataWire
//   POST issue | issue/bulkfetch (Cloud) | search/jql (search at a Data Center), GET and PUT issue/<id>   JiraIssueWire
//   GET  and POST issue/<id>/transitions | issue/<id>/comment, POST comment/list                JiraActionWire
internal sealed class JiraWire(JiraState state, FakeJiraOptions options, string token, Func<DateTimeOffset, bool> isIndexed)
{
    public const string CloudId = "11223344-a1b2-3b33-c444-def123456789";
    public const string PersonId = "5b10a2844c20165700ede21g";

    private readonly JiraMetadataWire _metadata = new(state, options);
    private readonly JiraIssueWire _issues = new(state, isIndexed);
    private readonly JiraActionWire _actions = new(state, options);

    public static string UserOf(FakeJiraOptions options) => options.IsDataCenter ? "exporter" : "exporter@example.test";

    public static string ActorIdOf(FakeJiraOptions options) => options.IsDataCenter ? "exporter" : "5c5f880629be9642ba529340";

    public FakeTrackerCallKind KindOf(FakeHttpRequest request) => (request.Method, PathOf(request)) switch
    {
        ("POST", ["issue"]) => FakeTrackerCallKind.Create,
        ("POST", ["search", ..]) => FakeTrackerCallKind.Find,
        ("POST", ["issue", "bulkfetch"]) => FakeTrackerCallKind.Read,
        ("GET", ["issue", "createmeta", ..]) => FakeTrackerCallKind.Metadata,
        ("GET", ["issue", _]) => request.Query.ContainsKey("expand") ? FakeTrackerCallKind.Metadata : FakeTrackerCallKind.Read,
        ("PUT", ["issue", _]) => FakeTrackerCallKind.Update,
        ("POST", ["issue", _, "transitions"]) => JiraActionWire.Closes(request) ? FakeTrackerCallKind.Close : FakeTrackerCallKind.Reopen,
        ("POST", ["issue", _, "comment"]) => FakeTrackerCallKind.Comment,
        ("GET", ["myself"]) => FakeTrackerCallKind.Identity,
        (_, null) => FakeTrackerCallKind.Unknown,
        _ => FakeTrackerCallKind.Metadata,
    };

    public FakeHttpReply Handle(FakeHttpRequest request, bool answersStrangers)
    {
        if (PathOf(request) is not { } path)
        {
            return FakeHttpReply.Text(404, "<html><title>Oops</title></html>", "text/html;charset=UTF-8");
        }

        if (IsKnown(request))
        {
            var reply = Route(request, path);
            return state.IsDataCenter ? reply.With("X-AUSERNAME", ActorIdOf(options)) : reply;
        }

        var refusal = answersStrangers ? ToStranger(request, path) : JiraReplies.Refused(401, "Client must be authenticated to access this resource.");
        return state.IsDataCenter ? refusal.With("X-AUSERNAME", "anonymous") : refusal;
    }

    private FakeHttpReply Route(FakeHttpRequest request, string[] path) => (request.Method, path) switch
    {
        ("POST", ["issue"]) => _issues.Create(request),
        ("POST", ["search", "jql"]) when !state.IsDataCenter => _issues.Search(request),
        ("POST", ["search"]) => state.IsDataCenter
            ? _issues.Search(request)
            : JiraReplies.Refused(410, "The requested API has been removed. Please migrate to the /rest/api/3/search/jql API."),
        ("POST", ["issue", "bulkfetch"]) when !state.IsDataCenter => _issues.BulkFetch(request),
        ("GET", ["issue", "createmeta", var project, "issuetypes", .. var type]) => _metadata.CreateMeta(request, project, type.FirstOrDefault()),
        ("GET", ["issue", var id]) => _issues.Read(request, id),
        ("PUT", ["issue", var id]) => _issues.Edit(request, id),
        ("GET", ["issue", var id, "transitions"]) => _actions.Transitions(id),
        ("POST", ["issue", var id, "transitions"]) => _actions.Move(request, id),
        ("GET", ["issue", var id, "comment"]) => _actions.Comments(request, id),
        ("POST", ["issue", var id, "comment"]) => _actions.Comment(request, id, ActorIdOf(options)),
        ("POST", ["comment", "list"]) when !state.IsDataCenter => _actions.CommentsById(request),
        ("GET", ["myself"]) => _metadata.Myself(),
        ("GET", ["project", var project]) => _metadata.Project(project),
        ("GET", ["mypermissions"]) => _metadata.Permissions(request),
        _ => JiraReplies.Refused(404, "null for uri"),
    };

    // What an anonymous caller of a private project is told.
    private FakeHttpReply ToStranger(FakeHttpRequest request, string[] path)
    {
        switch (KindOf(request))
        {
            case FakeTrackerCallKind.Identity:
                return JiraReplies.Refused(401, "Client must be authenticated to access this resource.");
            case FakeTrackerCallKind.Find:
                return _issues.Found([]);
            case FakeTrackerCallKind.Create:
                return JiraReplies.NotOnScreen((JiraIssueWire.Parse(request)?["fields"] as JsonObject ?? []).Select(static field => field.Key));
            default:
                return path is ["project", var project] ? JiraReplies.Refused(404, $"No project could be found with key '{project}'.") : JiraReplies.NoIssue;
        }
    }

    // The path below the interface's version; null for anything else.
    private string[]? PathOf(FakeHttpRequest request)
    {
        var segments = request.Segments.AsSpan();
        ReadOnlySpan<string> gateway = ["ex", "jira", CloudId];
        if (!state.IsDataCenter && segments.StartsWith(gateway))
        {
            segments = segments[gateway.Length..];
        }
        else if (options.ContextPath.Trim('/') is { Length: > 0 } context)
        {
            segments = segments.Length > 0 && segments[0] == context ? segments[1..] : [];
        }

        ReadOnlySpan<string> root = ["rest", "api", state.IsDataCenter ? "2" : "3"];
        return segments.StartsWith(root) && segments.Length > root.Length ? segments[root.Length..].ToArray() : null;
    }

    private bool IsKnown(FakeHttpRequest request)
    {
        var header = request.Headers.GetValueOrDefault("Authorization");
        var basic = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{UserOf(options)}:{token}"))}";
        var takesBearer = state.IsDataCenter || request.Segments is ["ex", ..];
        return header == basic || (takesBearer && header == $"Bearer {token}");
    }
}
