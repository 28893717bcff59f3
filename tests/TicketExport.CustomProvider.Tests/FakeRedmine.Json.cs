using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TicketExport.Testing;

namespace CustomProvider;

internal sealed partial class FakeRedmine
{
    [GeneratedRegex("ticketexport-[0-9a-f]{64}-g[0-9]+")]
    private static partial Regex MarkerPattern { get; }

    private static JsonElement Property(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : default;

    private static string? Text(JsonElement parent, string name) =>
        Property(parent, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static long? Number(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;

    private static string? Problem(string subject) => subject.Length == 0
        ? "Subject cannot be blank"
        : new StringInfo(subject).LengthInTextElements > MaxSubject || subject.EnumerateRunes().Count() > MaxSubject ? "Subject is too long (maximum is 255 characters)" : null;

    private static (long Id, string Name, bool IsClosed) StatusOf(FakeRedmineIssue issue) => Statuses.First(status => status.Id == issue.StatusId);

    private static FakeHttpReply StatusList() => FakeHttpReply.Json(200, new JsonObject
    {
        ["issue_statuses"] = new JsonArray([.. Statuses.Select(static status => ToJson(status))]),
    });

    private static JsonObject ToJson((long Id, string Name, bool IsClosed) status) =>
        new() { ["id"] = status.Id, ["name"] = status.Name, ["is_closed"] = status.IsClosed };

    private static JsonObject ToJson(FakeRedmineIssue issue) => new()
    {
        ["id"] = issue.Id,
        ["project"] = new JsonObject { ["id"] = 3, ["name"] = "Security" },
        ["tracker"] = new JsonObject { ["id"] = 1, ["name"] = "Bug" },
        ["status"] = ToJson(StatusOf(issue)),
        ["priority"] = new JsonObject { ["id"] = issue.PriorityId, ["name"] = $"Priority {issue.PriorityId}" },
        ["subject"] = issue.Subject,
        ["description"] = issue.Description,
        ["created_on"] = issue.CreatedOn.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["updated_on"] = issue.UpdatedOn.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    };

    private static JsonObject Envelope(FakeRedmineIssue issue, bool withJournals)
    {
        var json = ToJson(issue);
        if (withJournals)
        {
            json["journals"] = new JsonArray([.. issue.Journals.Select(static journal => new JsonObject
            {
                ["id"] = journal.Id,
                ["user"] = new JsonObject { ["id"] = 7, ["name"] = "Scanner" },
                ["notes"] = journal.Notes,
                ["details"] = new JsonArray(),
            })]);
        }

        return new JsonObject { ["issue"] = json };
    }

    private FakeRedmineIssue? Find(string id) => _issues.FirstOrDefault(issue => id == issue.Id.ToString(CultureInfo.InvariantCulture));

    private FakeRedmineIssue Replace(FakeRedmineIssue issue, Func<FakeRedmineIssue, FakeRedmineIssue> edit)
    {
        var edited = edit(issue);
        _issues = _issues.Replace(issue, edited);
        return edited;
    }

    private FakeTicket ToTicket(FakeRedmineIssue issue) => new()
    {
        Id = $"{issue.Id}",
        Key = $"{issue.Id}",
        Url = new Uri(BaseAddress, $"issues/{issue.Id}"),
        Title = issue.Subject,
        Body = issue.Description,
        Marker = MarkerPattern.Match(issue.Description) is { Success: true, Value: var marker } ? marker : null,
        Labels = [],
        Priority = $"{issue.PriorityId}",
        CreatedAt = issue.CreatedOn,
        UpdatedAt = issue.UpdatedOn,
        Status = StatusOf(issue).Name,
        Comments = [.. issue.Journals.Select(static journal => new FakeComment($"{journal.Id}", journal.Notes, journal.At))],
        IsDeleted = issue.IsDeleted,
        IsForbidden = issue.IsHidden,
    };
}
