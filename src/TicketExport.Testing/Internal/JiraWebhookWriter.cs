using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

// Deliveries are in the shape of version 2, whatever the Jira: texts are wiki markup.
internal static class JiraWebhookWriter
{
    public static FakeJiraDelivery Write(JiraState state, JiraIssueState issue, string webhookEvent, string secret, string actorId)
    {
        var isComment = webhookEvent.StartsWith("comment_", StringComparison.Ordinal);
        var body = new JsonObject { ["timestamp"] = state.Now.ToUnixTimeMilliseconds(), ["webhookEvent"] = webhookEvent };
        if (!isComment || webhookEvent == "comment_deleted")
        {
            body["user"] = UserOf(state, actorId);
        }

        if (isComment)
        {
            body["comment"] = CommentOf(state, issue, actorId);
        }

        if (!isComment || !state.IsDataCenter)
        {
            body["issue"] = IssueOf(state, issue);
        }

        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        var headers = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase)
            .Add("Content-Type", "application/json; charset=UTF-8")
            .Add("User-Agent", "Atlassian Webhook HTTP Client")
            .Add("X-Hub-Signature", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), bytes))}");
        return new(
            state.IsDataCenter ? headers : headers.Add("X-Atlassian-Webhook-Identifier", Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]),
            bytes);
    }

    private static JsonObject UserOf(JiraState state, string actorId) => state.IsDataCenter
        ? new() { ["name"] = actorId, ["key"] = actorId, ["displayName"] = "Somebody", ["active"] = true }
        : new() { ["accountId"] = actorId, ["displayName"] = "Somebody", ["active"] = true, ["accountType"] = "atlassian" };

    private static JsonObject CommentOf(JiraState state, JiraIssueState issue, string actorId)
    {
        var id = issue.Comments.Count == 0 ? "20001" : issue.Comments[^1].Id;
        return new()
        {
            ["self"] = new Uri(state.Site, $"rest/api/2/issue/{issue.Id}/comment/{id}").AbsoluteUri,
            ["id"] = id,
            ["author"] = UserOf(state, actorId),
            ["updateAuthor"] = UserOf(state, actorId),
            ["body"] = issue.Comments.Count > 0 && issue.Comments[^1].Body is JsonValue text ? text.GetValue<string>() : "A comment",
            ["created"] = JiraReplies.Time(state.Now),
            ["updated"] = JiraReplies.Time(state.Now),
            ["jsdPublic"] = true,
        };
    }

    private static JsonObject IssueOf(JiraState state, JiraIssueState issue) => new()
    {
        ["id"] = issue.Id,
        ["self"] = new Uri(state.Site, string.Create(CultureInfo.InvariantCulture, $"rest/api/2/issue/{issue.Id}")).AbsoluteUri,
        ["key"] = issue.Key,
        ["fields"] = new JsonObject
        {
            ["summary"] = issue.Fields["summary"]?.GetValue<string>(),
            ["labels"] = issue.Fields["labels"]?.DeepClone(),
            ["status"] = JiraWorkflow.StatusOf(issue.Status, state.Site),
            ["updated"] = JiraReplies.Time(issue.UpdatedAt),
        },
    };
}
