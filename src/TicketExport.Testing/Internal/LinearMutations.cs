using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TicketExport.Testing.Internal;

// The changes that Linear carries out, with the checks it makes first.
internal sealed partial class LinearMutations(LinearStore store)
{
    private const int LongestTitle = 255;

    public (JsonObject Whole, LinearIssue Touched) CreateIssue(JsonObject input)
    {
        var team = store.Teams.Find(candidate => candidate.Id == (string?)input["teamId"]) ?? throw NotFound("Team");
        if (team.RetiredAt is not null)
        {
            throw new LinearException(LinearProblem.Input("teamId must be that of a team which is not retired."));
        }

        var title = TitleOf(input) ?? throw new LinearException(LinearProblem.Input("title should not be empty."));
        var state = StateOf(input, team) ?? team.States.Find(static candidate => candidate.Type == "backlog") ?? team.States[0];
        CheckReferences(input, team);
        var id = IdOf(input, store.Issues.Select(static issue => issue.Id), "Issue");
        var issue = new LinearIssue
        {
            Id = id,
            Workspace = store.Workspace,
            Team = team,
            State = state,
            Number = ++team.LastNumber,
            Title = title,
            Marker = LinearStore.MarkerIn((string?)input["description"]),
            CreatedAt = store.Now,
            UpdatedAt = store.Now,
        };
        Apply(input, issue);
        store.Issues.Add(issue);
        return (Payload("issue", LinearNodes.Issue(issue, store)), issue);
    }

    public (JsonObject Whole, LinearIssue Touched) UpdateIssue(string id, JsonObject input)
    {
        var issue = store.Find(id) is { ArchivedAt: null } found ? found : throw NotFound("Issue");
        var title = TitleOf(input);
        var state = StateOf(input, issue.Team);
        CheckReferences(input, issue.Team);
        store.Edit(issue, changed => (changed.Title, changed.State) = (title ?? changed.Title, state ?? changed.State));
        Apply(input, issue);
        return (Payload("issue", LinearNodes.Issue(issue, store)), issue);
    }

    public (JsonObject Whole, LinearIssue Touched) UnarchiveIssue(string id)
    {
        var issue = store.Find(id) ?? throw NotFound("Issue");
        store.Edit(issue, static restored => (restored.ArchivedAt, restored.IsTrashed) = (null, false));
        return (Payload("entity", LinearNodes.Issue(issue, store)), issue);
    }

    public (JsonObject Whole, LinearIssue Touched) CreateComment(JsonObject input)
    {
        var issue = (string?)input["issueId"] is { } key && store.Find(key) is { IsTrashed: false } found ? found : throw NotFound("Issue");
        if (string.IsNullOrWhiteSpace((string?)input["body"]))
        {
            throw new LinearException(LinearProblem.Input("body should not be empty."));
        }

        var id = IdOf(input, store.Issues.SelectMany(static one => one.Comments).Select(static comment => comment.Id), "Comment");
        var comment = store.AddComment(issue, id, WithoutComments((string)input["body"]!));
        return (Payload("comment", LinearNodes.Comment(comment, issue, store)), issue);
    }

    public JsonObject CreateAttachment(JsonObject input)
    {
        var issue = store.Find((string)input["issueId"]!) ?? throw NotFound("Issue");
        var url = (string)input["url"]!;
        if (!Uri.TryCreate(url, UriKind.Absolute, out _))
        {
            throw new LinearException(LinearProblem.Input("url must be a valid URL."));
        }

        // The same address on the same issue is changed, not added.
        if (!issue.Attachments.Contains(url))
        {
            issue.Attachments.Add(url);
        }

        return Payload("attachment", new JsonObject { ["id"] = store.NextId(), ["url"] = url, ["title"] = (string)input["title"]! });
    }

    public JsonObject CreateLabel(JsonObject input)
    {
        var name = (string)input["name"]!;
        var team = (string?)input["teamId"] is { } teamId ? store.Teams.Find(candidate => candidate.Id == teamId) ?? throw NotFound("Team") : null;
        var id = IdOf(input, store.Labels.Select(static label => label.Id), "IssueLabel");
        if (store.Labels.Exists(label => label.Team == team && string.Equals(label.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new LinearException(LinearProblem.Input("name is that of a label which exists."));
        }

        var label = store.Keep(new LinearLabel(id, name, team, null));
        return Payload("issueLabel", LinearNodes.Label(label));
    }

    private static JsonObject Payload(string name, JsonObject entity) => new() { ["success"] = true, ["lastSyncId"] = 1, [name] = entity };

    private static string? TitleOf(JsonObject input) => (string?)input["title"] switch
    {
        null => null,
        var title when string.IsNullOrWhiteSpace(title) => throw new LinearException(LinearProblem.Input("title should not be empty.")),
        { Length: > LongestTitle } => throw new LinearException(LinearProblem.Input($"title must be shorter than or equal to {LongestTitle} characters.")),
        var title => title,
    };

    private static LinearState? StateOf(JsonObject input, LinearTeam team) => (string?)input["stateId"] is { } id
        ? team.States.Find(state => state.Id == id) ?? throw NotFound("WorkflowState")
        : null;

    private string IdOf(JsonObject input, IEnumerable<string> taken, string entity)
    {
        if ((string?)input["id"] is not { } id)
        {
            return store.NextId();
        }

        if (!Uuid4().IsMatch(id))
        {
            throw new LinearException(LinearProblem.Input("id must be a UUID."));
        }

        return taken.Contains(id) ? throw new LinearException(LinearProblem.Conflict(entity, id)) : id;
    }

    private void CheckReferences(JsonObject input, LinearTeam team)
    {
        if ((string?)input["assigneeId"] is { } assignee && !store.Users.Exists(user => user.Id == assignee && user.IsActive))
        {
            throw NotFound("User");
        }

        if ((string?)input["projectId"] is { } project && !store.Projects.Contains(project))
        {
            throw NotFound("Project");
        }

        if (input["priority"] is { } priority && priority.GetValue<double>() is < 0 or > 4)
        {
            throw new LinearException(LinearProblem.Input("priority must not be greater than 4."));
        }

        LinearLabel[] labels = [.. LabelIdsOf(input).Select(id => store.Labels.Find(label => label.Id == id) ?? throw NotFound("IssueLabel"))];
        if (labels.Any(label => label.IsGroup || (label.Team is not null && label.Team != team)))
        {
            throw new LinearException(LinearProblem.Input("labelIds must be those of labels which the team can use."));
        }

        if (labels.Where(static label => label.Parent is not null).GroupBy(static label => label.Parent!.Id).Any(static group => group.Count() > 1))
        {
            throw new LinearException(LinearProblem.Input("labelIds must hold one label of a group."));
        }
    }

    private static void Apply(JsonObject input, LinearIssue issue)
    {
        issue.Description = (string?)input["description"] is { } description ? WithoutComments(description) : issue.Description;
        issue.Priority = input["priority"] is { } priority ? (int)priority.GetValue<double>() : issue.Priority;
        issue.AssigneeId = (string?)input["assigneeId"] ?? issue.AssigneeId;
        issue.LabelIds.AddRange(LabelIdsOf(input).Except(issue.LabelIds, StringComparer.Ordinal));
    }

    private static IEnumerable<string> LabelIdsOf(JsonObject input) =>
        ((input["labelIds"] ?? input["addedLabelIds"]) as JsonArray ?? []).Select(static id => (string)id!);

    private static LinearException NotFound(string entity) => new(LinearProblem.NotFound(entity));

    // Linear keeps a document of its own kind, which has no HTML comments.
    private static string WithoutComments(string markdown) => HtmlComment().Replace(markdown, "");

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex HtmlComment();

    [GeneratedRegex("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
    private static partial Regex Uuid4();
}
