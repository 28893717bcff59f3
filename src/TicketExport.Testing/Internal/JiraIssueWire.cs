using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TicketExport.Testing.Internal;

internal sealed partial class JiraIssueWire(JiraState state, Func<DateTimeOffset, bool> isIndexed)
{
    public FakeHttpReply Create(FakeHttpRequest request)
    {
        if (Parse(request) is not { } body || body["fields"] is not JsonObject fields)
        {
            return JiraReplies.Refused(400, "Invalid request payload. Refer to the REST API documentation and try again.");
        }

        if (state.IsHidden || !IsProject(fields["project"]))
        {
            return JiraReplies.Invalid("project", "valid project is required");
        }

        if (!state.Permissions.Contains("CREATE_ISSUES"))
        {
            return JiraReplies.NotOnScreen(fields.Select(static field => field.Key));
        }

        var errors = FindErrors(fields, demands: true);
        if (errors.Count > 0)
        {
            return JiraReplies.Invalid(errors);
        }

        var issue = state.Add(fields.DeepClone().AsObject());
        Stamp(issue, body["properties"]);
        return FakeHttpReply.Json(201, new JsonObject
        {
            ["id"] = issue.Id,
            ["key"] = issue.Key,
            ["self"] = SelfOf(issue),
        }) with
        { Marker = JiraState.MarkerOf(issue), TicketKey = issue.Key };
    }

    public FakeHttpReply Search(FakeHttpRequest request)
    {
        var body = Parse(request);
        var jql = body?["jql"]?.GetValue<string>() ?? "";
        var match = Query().Match(jql);
        if (body is null || !match.Success)
        {
            return JiraReplies.Refused(400, "Error in the JQL Query: the query is unbounded, or not one that this fake understands.");
        }

        var (label, field) = (match.Groups["label"].Value, match.Groups["field"].Value);
        var found = state.Visible
            .Where(issue => isIndexed(issue.CreatedAt))
            .Where(issue => issue.Labels.Contains(label, StringComparer.OrdinalIgnoreCase)
                || (field.Length > 0 && issue.Fields[$"customfield_{field}"] is JsonValue text && text.TryGetValue<string>(out var held) && held.Contains(label, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(static issue => issue.CreatedAt)
            .Take(body["maxResults"]?.GetValue<int>() ?? 50)
            .Select(issue => Show(issue, ListOf(body["fields"]), ListOf(body["properties"])));
        return Found([.. found]) with { Marker = label };
    }

    public FakeHttpReply Found(JsonObject[] issues) => FakeHttpReply.Json(200, state.IsDataCenter
        ? new JsonObject { ["expand"] = "schema,names", ["startAt"] = 0, ["maxResults"] = 50, ["total"] = issues.Length, ["issues"] = new JsonArray([.. issues]) }
        : new JsonObject { ["isLast"] = true, ["issues"] = new JsonArray([.. issues]) });

    public FakeHttpReply Read(FakeHttpRequest request, string id)
    {
        if (Visible(id) is not { } issue)
        {
            return JiraReplies.NoIssue;
        }

        var shown = Show(issue, Split(request, "fields"), Split(request, "properties"));
        if (request.Query.GetValueOrDefault("expand") == "editmeta")
        {
            shown["editmeta"] = new JsonObject
            {
                ["fields"] = new JsonObject(Editable.Select(static field => KeyValuePair.Create(field.Key, (JsonNode?)JiraScreenFields.Describe(field, byKey: true)))),
            };
        }

        return Of(issue, FakeHttpReply.Json(200, shown));
    }

    // By id and not by search: at most 100, in the order of the ids, and what cannot be seen is named apart.
    public FakeHttpReply BulkFetch(FakeHttpRequest request)
    {
        var asked = JsonNode.Parse(request.Body.Span)!.AsObject();
        string[] ids = [.. asked["issueIdsOrKeys"]!.AsArray().Select(static id => id!.GetValue<string>())];
        if (ids.Length is 0 or > 100)
        {
            return JiraReplies.Refused(400, "Specify between 1 and 100 issues.");
        }

        string[] fields = [.. asked["fields"]?.AsArray().Select(static field => field!.GetValue<string>()) ?? []];
        var found = ids.Select(Visible).OfType<JiraIssueState>().Distinct().OrderBy(static issue => long.Parse(issue.Id, CultureInfo.InvariantCulture));
        return FakeHttpReply.Json(200, new JsonObject
        {
            ["expand"] = "schema,names",
            ["issues"] = new JsonArray([.. found.Select(issue => (JsonNode)Show(issue, fields, []))]),
            ["issueErrors"] = new JsonArray([.. ids.Where(id => Visible(id) is null).Select(static id => (JsonNode)new JsonObject { ["id"] = id, ["errorMessage"] = "Issue does not exist or you do not have permission to see it." })]),
        });
    }

    public FakeHttpReply Edit(FakeHttpRequest request, string id)
    {
        if (Visible(id) is not { } issue)
        {
            return JiraReplies.NoIssue;
        }

        var body = Parse(request);
        if (body is null || !state.Permissions.Contains("EDIT_ISSUES"))
        {
            return Of(issue, JiraReplies.Refused(body is null ? 400 : 403, body is null ? "Invalid request payload." : "You do not have permission to edit this issue."));
        }

        var fields = body["fields"] as JsonObject ?? [];
        var errors = FindErrors(fields, demands: false);
        if (errors.Count > 0)
        {
            return Of(issue, JiraReplies.Invalid(errors));
        }

        foreach (var (key, value) in fields)
        {
            issue.Fields[key] = value?.DeepClone();
        }

        foreach (var change in (body["update"] as JsonObject)?["labels"] as JsonArray ?? [])
        {
            issue.SetLabel((change!["add"] ?? change["remove"])!.GetValue<string>(), change["add"] is not null);
        }

        Stamp(issue, body["properties"]);
        issue.UpdatedAt = state.Now;
        return Of(issue, FakeHttpReply.Empty(204));
    }

    private IEnumerable<FakeJiraField> Editable =>
        state.Permissions.Contains("EDIT_ISSUES") ? state.Fields.Where(static one => one.Key is not ("project" or "issuetype" or "reporter")) : [];

    private static FakeHttpReply Of(JiraIssueState issue, FakeHttpReply reply) => reply with { Marker = JiraState.MarkerOf(issue), TicketKey = issue.Key };

    private JiraIssueState? Visible(string id) => state.Visible.FirstOrDefault(issue => issue.IsNamed(id));

    private Dictionary<string, string> FindErrors(JsonObject fields, bool demands)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in fields.Where(static field => field.Key is not "project"))
        {
            var problem = state.Fields.FirstOrDefault(field => field.Key == key) is { } field
                ? key == "issuetype" ? TypeProblem(value) : JiraScreenFields.FindProblem(field, value, state.IsDataCenter)
                : $"Field '{key}' cannot be set. It is not on the appropriate screen, or unknown.";
            if (problem is not null)
            {
                errors[key] = problem;
            }
        }

        foreach (var field in state.Fields.Where(field => demands && field is { IsRequired: true, HasDefault: false } && fields[field.Key] is null))
        {
            errors[field.Key] = $"{field.Name} is required.";
        }

        return errors;
    }

    private static string? TypeProblem(JsonNode? value) => value is JsonObject type && type["id"] is not null ? null : "Specify an issue type";

    private bool IsProject(JsonNode? project) => project is JsonObject named
        && (named["id"]?.GetValue<string>() == JiraState.ProjectId || string.Equals(named["key"]?.GetValue<string>(), state.ProjectKey, StringComparison.OrdinalIgnoreCase));

    private static void Stamp(JiraIssueState issue, JsonNode? properties)
    {
        foreach (var property in properties as JsonArray ?? [])
        {
            issue.Properties[property!["key"]!.GetValue<string>()] = property["value"]?.DeepClone();
        }
    }

    private JsonObject Show(JiraIssueState issue, string[] fields, string[] properties)
    {
        var shown = new JsonObject();
        foreach (var field in fields)
        {
            shown[field] = field switch
            {
                "status" => JiraWorkflow.StatusOf(issue.Status, state.Site),
                "labels" => new JsonArray([.. issue.Labels.Select(static label => (JsonNode)label)]),
                "updated" => JiraReplies.Time(issue.UpdatedAt),
                _ => issue.Fields[field]?.DeepClone(),
            };
        }

        return new()
        {
            ["id"] = issue.Id,
            ["key"] = issue.Key,
            ["self"] = SelfOf(issue),
            ["fields"] = shown,
            ["properties"] = new JsonObject(issue.Properties.Where(property => properties.Contains(property.Key)).Select(static property => KeyValuePair.Create(property.Key, property.Value?.DeepClone()))),
        };
    }

    private string SelfOf(JiraIssueState issue) => new Uri(state.Site, string.Create(CultureInfo.InvariantCulture, $"rest/api/{(state.IsDataCenter ? 2 : 3)}/issue/{issue.Id}")).AbsoluteUri;

    private static string[] ListOf(JsonNode? list) => [.. (list as JsonArray ?? []).Select(static item => item!.GetValue<string>())];

    private static string[] Split(FakeHttpRequest request, string name) => request.Query.GetValueOrDefault(name)?.Split(',') ?? [];

    internal static JsonObject? Parse(FakeHttpRequest request)
    {
        try
        {
            return JsonNode.Parse(request.Body.Span) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // labels = "x" [OR cf[1] ~ "\"x\""] ORDER BY created ASC
    [GeneratedRegex("""^\(?labels = "(?<label>[^"\\\s]+)"(?: OR cf\[(?<field>\d+)\] ~ "\\"\k<label>\\""\))? ORDER BY created ASC$""")]
    private static partial Regex Query();
}
