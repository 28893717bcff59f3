using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TicketExport.Testing.Internal;

// What the server holds. Guarded by the server's own lock.
internal sealed partial class FakeGitHubState
{
    private readonly FakeGitHubOptions _options;
    private readonly Func<Uri> _address;
    private readonly List<FakeGitHubRepository> _repositories = [];
    private readonly List<FakeGitHubIssue> _issues = [];
    private readonly Dictionary<string, FakeGitHubRepository> _formerNames = new(StringComparer.OrdinalIgnoreCase);
    private long _lastId = 1000;

    public FakeGitHubState(FakeGitHubOptions options, Func<Uri> address)
    {
        (_options, _address) = (options, address);
        Assignable = [options.Login, "octocat"];
        First = AddRepository(options.Repository);
    }

    public FakeGitHubRepository First { get; }

    public IReadOnlyList<FakeGitHubIssue> Issues => _issues;

    public ImmutableArray<string> Assignable { get; set; }

    public bool HasWriteAccess { get; set; } = true;

    public bool HasIssues { get; set; } = true;

    public bool IsArchived { get; set; }

    public string Login => _options.Login;

    /// <summary>GitHub's times have no fractions of a second.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(_options.TimeProvider.GetUtcNow().ToUnixTimeSeconds());

    public DateTimeOffset ExactNow => _options.TimeProvider.GetUtcNow();

    public string Web => _address().AbsoluteUri.TrimEnd('/');

    public string Api => $"{Web}/api/v3";

    public FakeGitHubRepository? FindRepository(string owner, string name) =>
        _repositories.Find(repository => repository.FullName.Equals($"{owner}/{name}", StringComparison.OrdinalIgnoreCase));

    public FakeGitHubRepository? FindRepository(string id) =>
        _repositories.Find(repository => repository.Id.ToString(CultureInfo.InvariantCulture) == id);

    public FakeGitHubRepository? FindRenamed(string owner, string name) => _formerNames.GetValueOrDefault($"{owner}/{name}");

    public FakeGitHubIssue? FindIssue(FakeGitHubRepository repository, int number) =>
        _issues.Find(issue => issue.Repository == repository && issue.Number == number);

    public FakeGitHubIssue? FindMoved(FakeGitHubRepository repository, int number) =>
        _issues.Find(issue => issue.FormerPlaces.Contains((repository.Id, number)));

    /// <summary>By the key of the issue or a former one, or by its id.</summary>
    public FakeGitHubIssue? Find(string key) =>
        _issues.Find(issue => KeyOf(issue) == key || issue.Id.ToString(CultureInfo.InvariantCulture) == key);

    public FakeGitHubIssue Add(FakeGitHubRepository repository, string title, string body, string creator)
    {
        var issue = new FakeGitHubIssue
        {
            Id = ++_lastId,
            Repository = repository,
            Number = ++repository.LastNumber,
            Title = title,
            Body = body,
            Creator = creator,
            Marker = MarkerIn(body),
            CreatedAt = ExactNow,
            UpdatedAt = Now,
        };
        _issues.Add(issue);
        return issue;
    }

    public FakeGitHubComment AddComment(FakeGitHubIssue issue, string body, string author)
    {
        var comment = new FakeGitHubComment(++_lastId, author, body, Now);
        issue.Comments = issue.Comments.Add(comment);
        return comment;
    }

    public FakeGitHubIssue Transfer(FakeGitHubIssue issue, string repository)
    {
        var parts = repository.Split('/');
        var to = (parts.Length == 2 ? FindRepository(parts[0], parts[1]) : null) ?? AddRepository(repository);
        issue.FormerPlaces = issue.FormerPlaces.Add((issue.Repository.Id, issue.Number));
        (issue.Repository, issue.Number, issue.Id, issue.UpdatedAt) = (to, ++to.LastNumber, ++_lastId, Now);
        return issue;
    }

    public void Rename(FakeGitHubRepository repository, string name)
    {
        var (owner, own) = Split(name);
        _formerNames[repository.FullName] = repository;
        (repository.Owner, repository.Name) = (owner, own);
    }

    public static string KeyOf(FakeGitHubIssue issue) => string.Create(CultureInfo.InvariantCulture, $"{issue.Repository.FullName}#{issue.Number}");

    public FakeTicket ToTicket(FakeGitHubIssue issue) => new()
    {
        Id = issue.Id.ToString(CultureInfo.InvariantCulture),
        Key = KeyOf(issue),
        Url = new(string.Create(CultureInfo.InvariantCulture, $"{Web}/{issue.Repository.FullName}/issues/{issue.Number}")),
        Title = issue.Title,
        Body = issue.Body,
        Marker = issue.Marker,
        Labels = issue.Labels,
        Priority = null,
        CreatedAt = issue.CreatedAt,
        UpdatedAt = issue.UpdatedAt,
        Status = issue.State,
        Comments = [.. issue.Comments.Select(static comment => new FakeComment(comment.Id.ToString(CultureInfo.InvariantCulture), comment.Body, comment.CreatedAt))],
        IsDeleted = issue.IsDeleted,
        IsForbidden = issue.IsForbidden,
    };

    private FakeGitHubRepository AddRepository(string fullName)
    {
        var (owner, name) = Split(fullName);
        var repository = new FakeGitHubRepository { Id = ++_lastId, Owner = owner, Name = name };
        _repositories.Add(repository);
        return repository;
    }

    private static (string Owner, string Name) Split(string fullName) => fullName.Split('/') is [{ Length: > 0 } owner, { Length: > 0 } name]
        ? (owner, name)
        : throw new ArgumentException("A repository is named owner/name.", nameof(fullName));

    private static string? MarkerIn(string body) => Stamp().Match(body) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("<!-- (ticketexport-[0-9a-f]{64}-g[0-9]+) -->", RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();
}
