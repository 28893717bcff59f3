using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

// The project and its issues. Used while the server's lock is held.
internal sealed class JiraState
{
    public const string ProjectId = "10000";
    private const int FirstIssueId = 10_001;
    private const int FirstCommentId = 20_001;

    private readonly FakeJiraOptions _options;
    private readonly Func<Uri> _site;
    private readonly List<JiraIssueState> _issues = [];

    public JiraState(FakeJiraOptions options, Func<Uri> site)
    {
        (_options, _site) = (options, site);
        Fields = [.. JiraScreenFields.Standard.Where(field => !options.LeftOut.Contains(field.Key)), .. options.Fields];
    }

    public ISet<string> Permissions { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "BROWSE_PROJECTS", "CREATE_ISSUES", "EDIT_ISSUES", "ADD_COMMENTS", "TRANSITION_ISSUES",
    };

    public ImmutableArray<FakeJiraField> Fields { get; private set; }

    public bool IsHidden { get; set; }

    public string ProjectKey => _options.ProjectKey;

    public bool IsDataCenter => _options.IsDataCenter;

    public Uri Site => _site();

    public DateTimeOffset Now => _options.TimeProvider.GetUtcNow();

    public IEnumerable<JiraIssueState> Visible => IsHidden ? [] : _issues.Where(static issue => !issue.IsDeleted);

    public bool PutField(FakeJiraField field)
    {
        Fields = Fields.RemoveAll(other => other.Key == field.Key).Add(field);
        return true;
    }

    public JiraIssueState? Find(string key) => _issues.Find(issue => issue.IsNamed(key));

    public JiraIssueState Add(JsonObject fields)
    {
        var number = _issues.Count + 1;
        var issue = new JiraIssueState(
            (FirstIssueId + _issues.Count).ToString(CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"{ProjectKey}-{number}"),
            Now)
        { Fields = fields };
        _issues.Add(issue);
        return issue;
    }

    public JiraIssueState Clone(JiraIssueState issue) => Add(issue.Fields.DeepClone().AsObject());

    public JiraCommentState AddComment(JiraIssueState issue, JsonNode body, JsonArray? properties, string authorId)
    {
        var number = FirstCommentId + _issues.Sum(static issue => issue.Comments.Count);
        var comment = new JiraCommentState(number.ToString(CultureInfo.InvariantCulture), body, properties ?? [], authorId, Now);
        issue.Comments.Add(comment);
        issue.UpdatedAt = Now;
        return comment;
    }

    public JiraCommentState? FindComment(long id) =>
        Visible.SelectMany(static issue => issue.Comments).FirstOrDefault(comment => comment.Id == id.ToString(CultureInfo.InvariantCulture));

    public ImmutableArray<FakeTicket> ToTickets() => [.. _issues.Select(ToTicket)];

    public static string? MarkerOf(JiraIssueState issue) =>
        issue.Properties.Values.OfType<JsonObject>().Select(static value => value["marker"]?.GetValue<string>()).FirstOrDefault(static marker => marker is not null);

    // Two views of an issue that nobody changed are equal, which arrays of their own would not be.
    private FakeTicket ToTicket(JiraIssueState issue)
    {
        var (now, before) = (View(issue), issue.Seen);
        return issue.Seen = before is null
            ? now
            : now with
            {
                Labels = now.Labels.SequenceEqual(before.Labels) ? before.Labels : now.Labels,
                Comments = now.Comments.SequenceEqual(before.Comments) ? before.Comments : now.Comments,
            };
    }

    private FakeTicket View(JiraIssueState issue) => new()
    {
        Id = issue.Id,
        Key = issue.Key,
        Url = new Uri(Site, $"browse/{issue.Key}"),
        Title = issue.Fields["summary"]?.GetValue<string>() ?? "",
        Body = TextOf(issue.Fields["description"]),
        Marker = MarkerOf(issue),
        Labels = issue.Labels,
        Priority = JiraScreenFields.NameOf(Fields, "priority", issue.Fields["priority"]),
        CreatedAt = issue.CreatedAt,
        UpdatedAt = issue.UpdatedAt,
        Status = issue.Status,
        Comments = [.. issue.Comments.Select(static comment => new FakeComment(comment.Id, TextOf(comment.Body), comment.CreatedAt))],
        IsDeleted = issue.IsDeleted,
        IsForbidden = IsHidden,
    };

    // As it was sent: letters of other scripts stay letters, so that a length is the one that counts.
    private static string JsonOf(JsonObject document)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            document.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static string TextOf(JsonNode? body) => body switch
    {
        null => "",
        JsonObject document => JsonOf(document),
        _ => body.GetValue<string>(),
    };
}
