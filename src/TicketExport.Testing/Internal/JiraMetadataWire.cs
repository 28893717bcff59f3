using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

internal sealed class JiraMetadataWire(JiraState state, FakeJiraOptions options)
{
    private const int FirstTypeId = 10_101;
    private const int LargestPage = 200;

    public FakeHttpReply Myself() => FakeHttpReply.Json(200, state.IsDataCenter
        ? new JsonObject
        {
            ["self"] = new Uri(state.Site, $"rest/api/2/user?username={JiraWire.ActorIdOf(options)}").AbsoluteUri,
            ["key"] = JiraWire.ActorIdOf(options),
            ["name"] = JiraWire.ActorIdOf(options),
            ["displayName"] = "Ticket Exporter",
            ["active"] = true,
        }
        : new JsonObject
        {
            ["self"] = new Uri(state.Site, $"rest/api/3/user?accountId={JiraWire.ActorIdOf(options)}").AbsoluteUri,
            ["accountId"] = JiraWire.ActorIdOf(options),
            ["accountType"] = "atlassian",
            ["emailAddress"] = JiraWire.UserOf(options),
            ["displayName"] = "Ticket Exporter",
            ["active"] = true,
        });

    public FakeHttpReply Project(string key) => IsProject(key)
        ? FakeHttpReply.Json(200, new JsonObject
        {
            ["self"] = new Uri(state.Site, $"rest/api/3/project/{JiraState.ProjectId}").AbsoluteUri,
            ["id"] = JiraState.ProjectId,
            ["key"] = state.ProjectKey,
            ["name"] = "Project",
        })
        : NoProject(key);

    public FakeHttpReply Permissions(FakeHttpRequest request)
    {
        var key = request.Query.GetValueOrDefault("projectKey") ?? request.Query.GetValueOrDefault("projectId") ?? "";
        if (!IsProject(key))
        {
            return NoProject(key);
        }

        var asked = request.Query.GetValueOrDefault("permissions")?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return asked.Length == 0 && !state.IsDataCenter
            ? JiraReplies.Refused(400, "The 'permissions' query parameter is required.")
            : FakeHttpReply.Json(200, new JsonObject
            {
                ["permissions"] = new JsonObject(asked.Select((name, index) => KeyValuePair.Create(name, (JsonNode?)new JsonObject
                {
                    ["id"] = (10 + index).ToString(CultureInfo.InvariantCulture),
                    ["key"] = name,
                    ["name"] = name,
                    ["type"] = "PROJECT",
                    ["description"] = "",
                    ["havePermission"] = state.Permissions.Contains(name),
                }))),
            });
    }

    public FakeHttpReply CreateMeta(FakeHttpRequest request, string project, string? typeId)
    {
        if (!IsProject(project))
        {
            return NoProject(project);
        }

        var size = NumberOf(request, "maxResults", 50);
        if (size > LargestPage)
        {
            return JiraReplies.Refused(400, "Parameter 'maxResults' must not exceed the limit '200'");
        }

        if (typeId is null)
        {
            var types = state.Permissions.Contains("CREATE_ISSUES") ? options.IssueTypes : [];
            return Page(request, "issueTypes", [.. types.Select(TypeOf)]);
        }

        return options.IssueTypes.Select(static (_, index) => IdOf(index)).Contains(typeId)
            ? Page(request, "fields", [.. state.Fields.Select(static field => JiraScreenFields.Describe(field, byKey: false))])
            : JiraReplies.Refused(404, "Issue type does not exist.");
    }

    public static string IdOf(int index) => (FirstTypeId + index).ToString(CultureInfo.InvariantCulture);

    private FakeHttpReply Page(FakeHttpRequest request, string name, ImmutableArray<JsonObject> items)
    {
        var (startAt, size) = (NumberOf(request, "startAt", 0), NumberOf(request, "maxResults", 50));
        var page = items.Skip(startAt).Take(size).ToArray();
        var body = new JsonObject { ["maxResults"] = size, ["startAt"] = startAt, ["total"] = items.Length };
        if (state.IsDataCenter)
        {
            body["isLast"] = startAt + page.Length >= items.Length;
        }

        body[state.IsDataCenter ? "values" : name] = new JsonArray([.. page]);
        return FakeHttpReply.Json(200, body);
    }

    private JsonObject TypeOf(string name, int index) => new()
    {
        ["self"] = new Uri(state.Site, $"rest/api/3/issuetype/{IdOf(index)}").AbsoluteUri,
        ["id"] = IdOf(index),
        ["name"] = name,
        ["subtask"] = false,
    };

    private bool IsProject(string key) => !state.IsHidden && key is var asked && (asked == JiraState.ProjectId || string.Equals(asked, state.ProjectKey, StringComparison.OrdinalIgnoreCase));

    private static FakeHttpReply NoProject(string key) => JiraReplies.Refused(404, $"No project could be found with key '{key}'.");

    private static int NumberOf(FakeHttpRequest request, string name, int fallback) =>
        int.TryParse(request.Query.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : fallback;
}
