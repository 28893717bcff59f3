using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TicketExport.Testing.Internal;

// What a workspace holds. Not thread-safe: FakeTrackerServer lets one in at a time.
internal sealed partial class LinearStore(string workspace, Func<Uri> address, TimeProvider time)
{
    private static readonly (string Name, string Type)[] UsualStates =
    [
        ("Triage", "triage"), ("Backlog", "backlog"), ("Todo", "unstarted"), ("In Progress", "started"), ("Done", "completed"), ("Canceled", "canceled"), ("Duplicate", "duplicate"),
    ];

    private int _lastId;

    public string Workspace { get; private set; } = workspace;

    public string OrganizationId { get; private set; } = "10000000-0000-4000-8000-000000000001";

    public string ViewerId { get; } = "20000000-0000-4000-8000-000000000001";

    public List<LinearTeam> Teams { get; } = [];

    public List<LinearLabel> Labels { get; } = [];

    public List<LinearUser> Users { get; } = [];

    public List<string> Projects { get; } = [];

    public List<LinearIssue> Issues { get; } = [];

    public DateTimeOffset Now => time.GetUtcNow();

    public Uri Address => address();

    public LinearTeam AddTeam(string key)
    {
        var team = new LinearTeam(NextId(), key);
        foreach (var (name, type) in UsualStates)
        {
            AddState(team, name, type);
        }

        Teams.Add(team);
        return team;
    }

    public LinearState AddState(LinearTeam team, string name, string type)
    {
        team.States.Add(new LinearState(NextId(), name, type, team.States.Count));
        return team.States[^1];
    }

    public LinearTeam GetTeam(string key) => Teams.Find(team => team.Key == key) ?? throw new ArgumentException($"There is no team '{key}'.", nameof(key));

    public LinearLabel AddLabel(string name, string? team, string? group)
    {
        var owner = team is null ? null : GetTeam(team);
        var parent = group is null ? null : Labels.Find(label => label.Name == group) ?? Keep(new LinearLabel(NextId(), group, owner, null) { IsGroup = true });
        return Keep(new LinearLabel(NextId(), name, owner, parent));
    }

    public LinearLabel Keep(LinearLabel label)
    {
        Labels.Add(label);
        return label;
    }

    public LinearUser AddUser(string email, bool isActive)
    {
        var user = new LinearUser(NextId(), email, isActive);
        Users.Add(user);
        return user;
    }

    public string AddProject()
    {
        Projects.Add(NextId());
        return Projects[^1];
    }

    public LinearIssue Get(string key) => Issues.Find(issue => issue.IsCalled(key)) ?? throw new ArgumentException($"There is no issue '{key}'.", nameof(key));

    // As the credentials see it.
    public LinearIssue? Find(string key) => Issues.Find(issue => issue.IsCalled(key) && issue is { IsPurged: false, IsForbidden: false } && issue.Workspace == Workspace);

    public bool Edit(LinearIssue issue, Action<LinearIssue> edit)
    {
        edit(issue);
        issue.UpdatedAt = Now;
        return true;
    }

    public FakeComment AddComment(LinearIssue issue, string? id, string text)
    {
        var comment = new FakeComment(id ?? NextId(), text, Now);
        issue.Comments.Add(comment);
        return comment;
    }

    public bool SwitchWorkspace(string name)
    {
        (Workspace, OrganizationId) = (name, NextId());
        return true;
    }

    public Uri UrlOf(LinearIssue issue) => new(Address, $"{issue.Workspace}/issue/{issue.Identifier}/ticket");

    public ImmutableArray<FakeTicket> ToTickets() => [.. Issues.Select(ToTicket)];

    public string NextId() => string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{++_lastId:D12}");

    public static void Move(LinearIssue issue, LinearTeam team)
    {
        issue.PreviousIdentifiers.Add(issue.Identifier);
        issue.State = team.States.Find(state => state.Type == issue.State.Type) ?? team.States[0];
        (issue.Team, issue.Number) = (team, ++team.LastNumber);
    }

    public static string? MarkerIn(string? text) => text is not null && Marker().Match(text) is { Success: true } match ? match.Value : null;

    private FakeTicket ToTicket(LinearIssue issue) => new()
    {
        Id = issue.Id,
        Key = issue.Identifier,
        Url = UrlOf(issue),
        Title = issue.Title,
        Body = issue.Description,
        Marker = issue.Marker,
        Labels = [.. Labels.Where(label => issue.LabelIds.Contains(label.Id)).Select(static label => label.Name)],
        Priority = issue.Priority.ToString(CultureInfo.InvariantCulture),
        CreatedAt = issue.CreatedAt,
        Status = issue.State.Name,
        UpdatedAt = issue.UpdatedAt,
        Comments = [.. issue.Comments],
        IsDeleted = issue.IsTrashed || issue.IsPurged,
        IsForbidden = issue.IsForbidden,
    };

    [GeneratedRegex("ticketexport-[0-9a-f]{64}-g[0-9]+")]
    private static partial Regex Marker();
}
