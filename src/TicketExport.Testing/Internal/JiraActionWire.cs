using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

internal sealed class JiraActionWire(JiraState state, FakeJiraOptions options)
{
    public static bool Closes(FakeHttpRequest request) => JiraWorkflow.StatusAfter(TransitionOf(request)) == JiraWorkflow.Done;

    public FakeHttpReply Transitions(string id)
    {
        if (Visible(id) is not { } issue)
        {
            return JiraReplies.NoIssue;
        }

        var list = state.Permissions.Contains("TRANSITION_ISSUES")
            ? JiraWorkflow.List(state.Site, options.ClosingNeedsResolution)
            : new JsonObject { ["expand"] = "transitions", ["transitions"] = new JsonArray() };
        return Of(issue, FakeHttpReply.Json(200, list));
    }

    public FakeHttpReply Move(FakeHttpRequest request, string id)
    {
        if (Visible(id) is not { } issue)
        {
            return JiraReplies.NoIssue;
        }

        if (JiraWorkflow.StatusAfter(TransitionOf(request)) is not { } status || !state.Permissions.Contains("TRANSITION_ISSUES"))
        {
            return Of(issue, JiraReplies.Refused(400, "It seems that you have tried to perform an illegal workflow operation."));
        }

        if (JiraWorkflow.FindProblem(status, JiraIssueWire.Parse(request)?["fields"], options.ClosingNeedsResolution) is { } problem)
        {
            return Of(issue, JiraReplies.Invalid("resolution", problem));
        }

        issue.Status = status;
        issue.UpdatedAt = state.Now;
        return Of(issue, FakeHttpReply.Empty(204));
    }

    public FakeHttpReply Comment(FakeHttpRequest request, string id, string authorId)
    {
        if (Visible(id) is not { } issue)
        {
            return JiraReplies.NoIssue;
        }

        if (!state.Permissions.Contains("ADD_COMMENTS"))
        {
            return Of(issue, JiraReplies.Refused(403, "You do not have the permission to comment on this issue."));
        }

        var sent = JiraIssueWire.Parse(request);
        if (FindProblem(sent?["body"]) is { } problem)
        {
            return Of(issue, JiraReplies.Invalid("comment", problem));
        }

        var comment = state.AddComment(issue, sent!["body"]!.DeepClone(), sent["properties"]?.DeepClone() as JsonArray, authorId);
        return Of(issue, FakeHttpReply.Json(201, Show(comment, withProperties: false)));
    }

    public FakeHttpReply Comments(FakeHttpRequest request, string id)
    {
        if (Visible(id) is not { } issue)
        {
            return JiraReplies.NoIssue;
        }

        var (first, size) = (NumberOf(request, "startAt", 0), NumberOf(request, "maxResults", 50));
        var withProperties = state.IsDataCenter && request.Query.GetValueOrDefault("expand") == "properties";
        var comments = request.Query.GetValueOrDefault("orderBy") == "-created" ? issue.Comments.AsEnumerable().Reverse() : issue.Comments;
        return Of(issue, FakeHttpReply.Json(200, new JsonObject
        {
            ["startAt"] = first,
            ["maxResults"] = size,
            ["total"] = issue.Comments.Count,
            ["comments"] = new JsonArray([.. comments.Skip(first).Take(size).Select(comment => Show(comment, withProperties))]),
        }));
    }

    public FakeHttpReply CommentsById(FakeHttpRequest request)
    {
        if (JiraIssueWire.Parse(request)?["ids"] is not JsonArray ids)
        {
            return JiraReplies.Refused(400, "The 'ids' are required.");
        }

        var withProperties = request.Query.GetValueOrDefault("expand") == "properties";
        var comments = ids.Select(id => state.FindComment(id!.GetValue<long>())).OfType<JiraCommentState>().Select(comment => Show(comment, withProperties)).ToArray();
        return FakeHttpReply.Json(200, new JsonObject
        {
            ["isLast"] = true,
            ["maxResults"] = 1000,
            ["startAt"] = 0,
            ["total"] = comments.Length,
            ["values"] = new JsonArray([.. comments]),
        });
    }

    private static int NumberOf(FakeHttpRequest request, string name, int otherwise) =>
        int.TryParse(request.Query.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static string? TransitionOf(FakeHttpRequest request) =>
        JiraIssueWire.Parse(request)?["transition"] is JsonObject transition && transition["id"] is JsonValue id && id.TryGetValue<string>(out var text) ? text : null;

    private JiraIssueState? Visible(string id) => state.Visible.FirstOrDefault(issue => issue.IsNamed(id));

    private static FakeHttpReply Of(JiraIssueState issue, FakeHttpReply reply) => reply with { Marker = JiraState.MarkerOf(issue), TicketKey = issue.Key };

    private string? FindProblem(JsonNode? body) => state.IsDataCenter
        ? body is JsonValue text && text.GetValueKind() == JsonValueKind.String && text.GetValue<string>() is { Length: > 0 and <= 32_767 } ? null : "Comment body can not be empty or too long!"
        : JiraDocumentRules.FindProblem(body);

    private JsonObject Show(JiraCommentState comment, bool withProperties)
    {
        var author = new JsonObject { [state.IsDataCenter ? "name" : "accountId"] = comment.AuthorId, ["displayName"] = "Somebody", ["active"] = true };
        var shown = new JsonObject
        {
            ["id"] = comment.Id,
            ["author"] = author,
            ["body"] = comment.Body.DeepClone(),
            ["created"] = JiraReplies.Time(comment.CreatedAt),
            ["updated"] = JiraReplies.Time(comment.CreatedAt),
            ["jsdPublic"] = !comment.Properties.Any(static property => property?["key"]?.GetValue<string>() == "sd.public.comment"),
        };
        if (withProperties)
        {
            shown["properties"] = comment.Properties.DeepClone();
        }

        return shown;
    }
}
