using System.Globalization;
using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

/// <summary>What the server holds, in the shapes of GitHub's published description.</summary>
internal sealed class FakeGitHubJson(FakeGitHubState state)
{
    // The addresses of a user and of a repository that nothing here reads and the description demands.
    private static readonly string[] UserLinks =
        ["followers", "following", "gists", "starred", "subscriptions", "organizations", "repos", "events", "received_events"];

    private static readonly string[] RepositoryLinks =
    [
        "archive", "assignees", "blobs", "branches", "collaborators", "comments", "commits", "compare", "contents", "contributors", "deployments",
        "downloads", "events", "forks", "git_commits", "git_refs", "git_tags", "hooks", "issue_comment", "issue_events", "issues", "keys", "labels",
        "languages", "merges", "milestones", "notifications", "pulls", "releases", "stargazers", "statuses", "subscribers", "subscription", "tags",
        "teams", "trees",
    ];

    public JsonObject User(string login)
    {
        var address = $"{state.Api}/users/{login}";
        var user = new JsonObject
        {
            ["login"] = login,
            ["id"] = IdOf(login),
            ["node_id"] = $"U_{IdOf(login)}",
            ["avatar_url"] = $"{state.Web}/avatars/{login}",
            ["gravatar_id"] = "",
            ["url"] = address,
            ["html_url"] = $"{state.Web}/{login}",
            ["type"] = login.EndsWith("[bot]", StringComparison.Ordinal) ? "Bot" : "User",
            ["site_admin"] = false,
        };
        foreach (var link in UserLinks)
        {
            user[$"{link}_url"] = $"{address}/{link}";
        }

        return user;
    }

    /// <summary>What <c>GET /user</c> shows beyond what an issue shows of a user.</summary>
    public JsonObject Self(string login)
    {
        var user = User(login);
        foreach (var name in new[] { "name", "company", "location", "email", "hireable", "bio" })
        {
            user[name] = null;
        }

        user["blog"] = "";
        foreach (var name in new[] { "public_repos", "public_gists", "followers", "following" })
        {
            user[name] = 0;
        }

        user["created_at"] = "2020-01-01T00:00:00Z";
        user["updated_at"] = "2020-01-01T00:00:00Z";
        return user;
    }

    public JsonObject App() => new()
    {
        ["id"] = int.Parse(FakeGitHubKeys.AppId, CultureInfo.InvariantCulture),
        ["slug"] = FakeGitHubKeys.AppSlug,
        ["node_id"] = "A_1",
        ["owner"] = User("acme"),
        ["name"] = "Ticket app",
        ["description"] = "",
        ["external_url"] = state.Web,
        ["html_url"] = $"{state.Web}/apps/{FakeGitHubKeys.AppSlug}",
        ["created_at"] = "2020-01-01T00:00:00Z",
        ["updated_at"] = "2020-01-01T00:00:00Z",
        ["permissions"] = new JsonObject { ["issues"] = "write", ["metadata"] = "read" },
        ["events"] = new JsonArray("issues", "issue_comment"),
    };

    public static JsonObject Token(string token, DateTimeOffset endsAt) => new()
    {
        ["token"] = token,
        ["expires_at"] = Time(endsAt),
        ["permissions"] = new JsonObject { ["issues"] = "write", ["metadata"] = "read" },
        ["repository_selection"] = "selected",
    };

    public JsonObject Label(FakeGitHubRepository repository, string name) => new()
    {
        ["id"] = IdOf(name),
        ["node_id"] = $"LA_{IdOf(name)}",
        ["url"] = $"{state.Api}/repos/{repository.FullName}/labels/{Uri.EscapeDataString(name)}",
        ["name"] = name,
        ["color"] = "ededed",
        ["default"] = false,
        ["description"] = null,
    };

    public JsonObject Issue(FakeGitHubIssue issue)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"{state.Api}/repos/{issue.Repository.FullName}/issues/{issue.Number}");
        return new()
        {
            ["id"] = issue.Id,
            ["node_id"] = string.Create(CultureInfo.InvariantCulture, $"I_{issue.Id}"),
            ["url"] = address,
            ["repository_url"] = $"{state.Api}/repos/{issue.Repository.FullName}",
            ["labels_url"] = $"{address}/labels{{/name}}",
            ["comments_url"] = $"{address}/comments",
            ["events_url"] = $"{address}/events",
            ["html_url"] = state.ToTicket(issue).Url.AbsoluteUri,
            ["number"] = issue.Number,
            ["state"] = issue.State,
            ["state_reason"] = issue.StateReason,
            ["title"] = issue.Title,
            ["body"] = issue.Body,
            ["user"] = User(issue.Creator),
            ["labels"] = new JsonArray([.. issue.Labels.Select(label => Label(issue.Repository, label))]),
            ["assignee"] = issue.Assignees is [var first, ..] ? User(first) : null,
            ["assignees"] = new JsonArray([.. issue.Assignees.Select(User)]),
            ["milestone"] = null,
            ["locked"] = issue.IsLocked,
            ["comments"] = issue.Comments.Length,
            ["closed_at"] = issue.ClosedAt is { } closed ? Time(closed) : null,
            ["created_at"] = Time(issue.CreatedAt),
            ["updated_at"] = Time(issue.UpdatedAt),
            ["author_association"] = "COLLABORATOR",
        };
    }

    public JsonObject Comment(FakeGitHubIssue issue, FakeGitHubComment comment) => new()
    {
        ["id"] = comment.Id,
        ["node_id"] = string.Create(CultureInfo.InvariantCulture, $"IC_{comment.Id}"),
        ["url"] = string.Create(CultureInfo.InvariantCulture, $"{state.Api}/repos/{issue.Repository.FullName}/issues/comments/{comment.Id}"),
        ["html_url"] = string.Create(CultureInfo.InvariantCulture, $"{state.ToTicket(issue).Url.AbsoluteUri}#issuecomment-{comment.Id}"),
        ["issue_url"] = string.Create(CultureInfo.InvariantCulture, $"{state.Api}/repos/{issue.Repository.FullName}/issues/{issue.Number}"),
        ["body"] = comment.Body,
        ["user"] = User(comment.Author),
        ["created_at"] = Time(comment.CreatedAt),
        ["updated_at"] = Time(comment.CreatedAt),
        ["author_association"] = "COLLABORATOR",
        ["performed_via_github_app"] = null,
    };

    public JsonObject Repository(FakeGitHubRepository repository)
    {
        var address = $"{state.Api}/repos/{repository.FullName}";
        var shown = new JsonObject
        {
            ["id"] = repository.Id,
            ["node_id"] = string.Create(CultureInfo.InvariantCulture, $"R_{repository.Id}"),
            ["name"] = repository.Name,
            ["full_name"] = repository.FullName,
            ["owner"] = User(repository.Owner),
            ["private"] = true,
            ["html_url"] = $"{state.Web}/{repository.FullName}",
            ["description"] = null,
            ["fork"] = false,
            ["url"] = address,
            ["clone_url"] = $"{state.Web}/{repository.FullName}.git",
            ["git_url"] = $"git://localhost/{repository.FullName}.git",
            ["ssh_url"] = $"git@localhost:{repository.FullName}.git",
            ["svn_url"] = $"{state.Web}/{repository.FullName}",
            ["mirror_url"] = null,
            ["homepage"] = null,
            ["language"] = null,
            ["license"] = null,
            ["default_branch"] = "main",
            ["has_issues"] = state.HasIssues,
            ["archived"] = state.IsArchived,
            ["disabled"] = false,
            ["visibility"] = "private",
            ["permissions"] = new JsonObject { ["admin"] = false, ["maintain"] = false, ["push"] = state.HasWriteAccess, ["triage"] = state.HasWriteAccess, ["pull"] = true },
        };
        AddRest(shown, address);
        return shown;
    }

    private static void AddRest(JsonObject repository, string address)
    {
        foreach (var name in new[] { "has_projects", "has_wiki", "has_pages", "has_discussions" })
        {
            repository[name] = false;
        }

        foreach (var name in new[] { "forks", "forks_count", "open_issues", "open_issues_count", "size", "stargazers_count", "watchers", "watchers_count", "network_count", "subscribers_count" })
        {
            repository[name] = 0;
        }

        foreach (var name in new[] { "created_at", "updated_at", "pushed_at" })
        {
            repository[name] = "2020-01-01T00:00:00Z";
        }

        foreach (var link in RepositoryLinks)
        {
            repository[$"{link}_url"] = $"{address}/{link}";
        }
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static int IdOf(string name) => name.Aggregate(17, static (sum, character) => ((sum * 31) + character) & 0xFFFFFF) + 1;
}
