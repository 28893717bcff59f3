using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using TicketExport.Testing;

namespace CustomProvider;

/// <summary>A Redmine with one project, on loopback: the part of its REST interface that the provider uses.</summary>
/// <remarks>Answers, silences and sentences are those of Redmine's own source and of the pages of its wiki on the REST interface.</remarks>
internal sealed partial class FakeRedmine : FakeTrackerServer
{
    public const string Project = "security";
    private const int MaxSubject = 255;

    private static readonly (long Id, string Name, bool IsClosed)[] Statuses = [(1, "New", false), (2, "In Progress", false), (5, "Closed", true), (6, "Rejected", true)];

    private ImmutableArray<FakeRedmineIssue> _issues = [];
    private long _journals;

    private FakeRedmine(TimeProvider time)
        : base(time)
    {
    }

    public string ApiKey { get; } = RandomNumberGenerator.GetHexString(40, lowercase: true);

    /// <summary>Whether the workflow lets the key's user change statuses; Redmine answers 204 all the same.</summary>
    public bool AllowsStatusChanges { get; set; } = true;

    /// <summary>Whether lists can be filtered by description; an older Redmine leaves such a filter out.</summary>
    public bool FiltersDescriptions { get; set; } = true;

    public override ImmutableArray<FakeTicket> Tickets => Locked(() => _issues.Select(ToTicket).ToImmutableArray());

    public static async Task<FakeRedmine> StartAsync(TimeProvider? time = null)
    {
        var redmine = new FakeRedmine(time ?? TimeProvider.System);
        await redmine.ListenAsync(CancellationToken.None);
        return redmine;
    }

    public void Edit(string id, Func<FakeRedmineIssue, FakeRedmineIssue> edit) => Locked(() => Replace(Find(id)!, edit));

    public void SetStatus(string id, long status) => Edit(id, issue => issue with { StatusId = status, UpdatedOn = TimeProvider.GetUtcNow() });

    public void CommentOn(string id, string text) =>
        Edit(id, issue => issue with { Journals = issue.Journals.Add((++_journals, text, TimeProvider.GetUtcNow())) });

    protected override FakeTrackerCallKind KindOf(FakeHttpRequest request) => (request.Method, request.Segments) switch
    {
        ("POST", ["issues.json"]) => FakeTrackerCallKind.Create,
        ("GET", ["issues.json"]) => FakeTrackerCallKind.Find,
        ("GET", ["issues", _]) => FakeTrackerCallKind.Read,
        ("PUT", ["issues", _]) => KindOfChange(request.ReadJson()),
        ("GET", ["users", "current.json"]) => FakeTrackerCallKind.Identity,
        _ => FakeTrackerCallKind.Metadata,
    };

    protected override FakeHttpReply RateLimited(TimeSpan retryAfter) =>
        FakeHttpReply.Empty(429).With("Retry-After", Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture));

    protected override FakeHttpReply Refused(int status, string code) =>
        status == 422 ? FakeHttpReply.Json(422, new JsonObject { ["errors"] = new JsonArray(code) }) : FakeHttpReply.Empty(status);

    protected override FakeHttpReply Handle(FakeHttpRequest request)
    {
        if (request.Headers.GetValueOrDefault("X-Redmine-API-Key") != ApiKey)
        {
            return FakeHttpReply.Empty(401).With("WWW-Authenticate", "Basic realm=\"Redmine API\"");
        }

        return (request.Method, request.Segments) switch
        {
            ("POST", ["issues.json"]) => Create(request.ReadJson()),
            ("GET", ["issues.json"]) => List(request),
            (var method, ["issues", var file]) => One(request, method, Path.GetFileNameWithoutExtension(file)),
            ("GET", ["issue_statuses.json"]) => StatusList(),
            ("GET", ["users", "current.json"]) => FakeHttpReply.Json(200, new JsonObject { ["user"] = new JsonObject { ["id"] = 7, ["login"] = "scanner" } }),
            ("GET", ["projects", Project + ".json"]) => FakeHttpReply.Json(200, new JsonObject { ["project"] = new JsonObject { ["id"] = 3, ["name"] = "Security", ["identifier"] = Project } }),
            _ => FakeHttpReply.Empty(404),
        };
    }

    private static FakeTrackerCallKind KindOfChange(JsonElement body) => Property(body, "issue") switch
    {
        { ValueKind: JsonValueKind.Object } issue when issue.TryGetProperty("notes", out _) => FakeTrackerCallKind.Comment,
        { ValueKind: JsonValueKind.Object } issue when issue.TryGetProperty("status_id", out var status) =>
            Statuses.Any(known => known.Id == Number(status) && known.IsClosed) ? FakeTrackerCallKind.Close : FakeTrackerCallKind.Reopen,
        _ => FakeTrackerCallKind.Update,
    };

    private FakeHttpReply Create(JsonElement body)
    {
        var issue = Property(body, "issue");
        if (Text(issue, "project_id") != Project)
        {
            return FakeHttpReply.Empty(404);
        }

        var subject = Text(issue, "subject") ?? "";
        if (Problem(subject) is { } problem)
        {
            return Refused(422, problem);
        }

        var now = TimeProvider.GetUtcNow();
        var created = new FakeRedmineIssue
        {
            Id = _issues.Length + 1,
            Project = Project,
            Subject = subject,
            Description = Text(issue, "description") ?? "",
            PriorityId = Number(Property(issue, "priority_id")) ?? 2,
            StatusId = 1,
            CreatedOn = now,
            UpdatedOn = now,
        };
        _issues = _issues.Add(created);
        var reply = FakeHttpReply.Json(201, Envelope(created, withJournals: false)).With("Location", new Uri(BaseAddress, $"issues/{created.Id}").AbsoluteUri);
        return reply with { Marker = ToTicket(created).Marker, TicketKey = $"{created.Id}" };
    }

    private FakeHttpReply List(FakeHttpRequest request)
    {
        var text = request.Query.GetValueOrDefault("description") is ['~', .. var wanted] && FiltersDescriptions ? wanted : "";
        var isAll = request.Query.GetValueOrDefault("status_id") == "*";
        var limit = int.Parse(request.Query.GetValueOrDefault("limit", "25"), CultureInfo.InvariantCulture);
        var found = _issues
            .Where(issue => !issue.IsDeleted && !issue.IsHidden && (isAll || !StatusOf(issue).IsClosed) && IsIndexed(issue.CreatedOn))
            .Where(issue => issue.Description.Contains(text, StringComparison.OrdinalIgnoreCase))
            .ToArray();
        var reply = FakeHttpReply.Json(200, new JsonObject
        {
            ["issues"] = new JsonArray([.. found.Take(limit).Select(ToJson)]),
            ["total_count"] = found.Length,
            ["offset"] = 0,
            ["limit"] = limit,
        });
        return reply with { Marker = text };
    }

    private FakeHttpReply One(FakeHttpRequest request, string method, string id)
    {
        var issue = Find(id);
        if (issue is null or { IsDeleted: true })
        {
            return FakeHttpReply.Empty(404);
        }

        if (issue.IsHidden)
        {
            return FakeHttpReply.Empty(403);
        }

        var withJournals = request.Query.GetValueOrDefault("include") == "journals";
        var reply = method switch
        {
            "GET" => FakeHttpReply.Json(200, Envelope(issue, withJournals)),
            "PUT" => Change(issue, Property(request.ReadJson(), "issue")),
            _ => FakeHttpReply.Empty(404),
        };
        return reply with { TicketKey = id };
    }

    private FakeHttpReply Change(FakeRedmineIssue issue, JsonElement change)
    {
        var subject = Text(change, "subject") ?? issue.Subject;
        if (Problem(subject) is { } problem)
        {
            return Refused(422, problem);
        }

        var status = AllowsStatusChanges ? Number(Property(change, "status_id")) ?? issue.StatusId : issue.StatusId;
        var now = TimeProvider.GetUtcNow();
        Replace(issue, old => old with
        {
            Subject = subject,
            Description = Text(change, "description") ?? old.Description,
            PriorityId = Number(Property(change, "priority_id")) ?? old.PriorityId,
            StatusId = status,
            UpdatedOn = now,
            Journals = Text(change, "notes") is { Length: > 0 } notes ? old.Journals.Add((++_journals, notes, now)) : old.Journals,
        });
        return FakeHttpReply.Empty(204);
    }
}
