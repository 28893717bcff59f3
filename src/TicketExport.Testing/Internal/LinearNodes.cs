using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

// The objects of a workspace as Linear's schema has them, whole: what is selected is taken out of them.
internal static class LinearNodes
{
    public static JsonObject Viewer(LinearStore store) => new()
    {
        ["id"] = store.ViewerId,
        ["name"] = "Ticket Export",
        ["displayName"] = "ticket-export",
        ["email"] = "ticket-export@acme.test",
        ["active"] = true,
        ["app"] = false,
        ["guest"] = false,
        ["organization"] = new JsonObject
        {
            ["id"] = store.OrganizationId,
            ["name"] = "Acme",
            ["urlKey"] = store.Workspace,
            ["previousUrlKeys"] = new JsonArray(),
        },
    };

    public static JsonObject Team(LinearTeam team) => new()
    {
        ["id"] = team.Id,
        ["key"] = team.Key,
        ["name"] = $"Team {team.Key}",
        ["archivedAt"] = null,
        ["retiredAt"] = TimestampOf(team.RetiredAt),
        ["states"] = Connection(team.States.Select(State)),
    };

    public static JsonObject State(LinearState state) => new()
    {
        ["id"] = state.Id,
        ["name"] = state.Name,
        ["type"] = state.Type,
        ["position"] = state.Position,
    };

    public static JsonObject Label(LinearLabel label) => new()
    {
        ["id"] = label.Id,
        ["name"] = label.Name,
        ["isGroup"] = label.IsGroup,
        ["team"] = label.Team is null ? null : new JsonObject { ["id"] = label.Team.Id, ["key"] = label.Team.Key },
        ["parent"] = label.Parent is null ? null : new JsonObject { ["id"] = label.Parent.Id, ["name"] = label.Parent.Name },
    };

    public static JsonObject User(LinearUser user) => new()
    {
        ["id"] = user.Id,
        ["name"] = user.Email,
        ["displayName"] = user.Email.Split('@')[0],
        ["email"] = user.Email,
        ["active"] = user.IsActive,
    };

    public static JsonObject Issue(LinearIssue issue, LinearStore store) => new()
    {
        ["id"] = issue.Id,
        ["identifier"] = issue.Identifier,
        ["number"] = issue.Number,
        ["title"] = issue.Title,
        ["description"] = issue.Description,
        ["priority"] = issue.Priority,
        ["url"] = store.UrlOf(issue).AbsoluteUri,
        ["createdAt"] = TimestampOf(issue.CreatedAt),
        ["updatedAt"] = TimestampOf(issue.UpdatedAt),
        ["archivedAt"] = TimestampOf(issue.ArchivedAt),
        ["trashed"] = issue.IsTrashed ? true : null,
        ["previousIdentifiers"] = new JsonArray([.. issue.PreviousIdentifiers.Select(static identifier => JsonValue.Create(identifier))]),
        ["labelIds"] = new JsonArray([.. issue.LabelIds.Select(static id => JsonValue.Create(id))]),
        ["state"] = State(issue.State),
        ["team"] = Team(issue.Team),
        ["assignee"] = store.Users.Find(user => user.Id == issue.AssigneeId) is { } user ? User(user) : null,
    };

    public static JsonObject Comment(FakeComment comment, LinearIssue issue, LinearStore store) => new()
    {
        ["id"] = comment.Id,
        ["body"] = comment.Text,
        ["createdAt"] = TimestampOf(comment.CreatedAt),
        ["url"] = $"{store.UrlOf(issue).AbsoluteUri}#comment-{comment.Id[..8]}",
        ["issue"] = Issue(issue, store),
    };

    public static JsonObject Connection(IEnumerable<JsonObject> nodes) => new() { ["nodes"] = new JsonArray([.. nodes]) };

    private static JsonValue? TimestampOf(DateTimeOffset? instant) => instant is { } known ? JsonValue.Create(LinearReplies.Timestamp(known)) : null;
}
