using System.Collections.Immutable;
using System.Security.Cryptography;
using TicketExport.Contract;
using TicketExport.Providers.GitHub.Internal;
using TicketExport.States;

namespace TicketExport.Providers.GitHub;

public sealed class GitHubTargetSettingsTests
{
    [Fact]
    public void A_repository_and_a_token_are_enough()
    {
        var settings = Read([new("repository", "octocat/hello-world")], [new("token", "t")], out var problems);

        Assert.Empty(problems);
        Assert.Equal(("octocat", "hello-world", "https://api.github.com/"), (settings!.Owner, settings.Name, settings.Server.Root.AbsoluteUri));
    }

    [Fact]
    public void Every_problem_is_named_at_once()
    {
        Assert.Null(Read(
            [new("repository", "shop"), new("assignee", "a b"), new("milestone", "x"), new("close_reason", "no"), new("priority.soon", "s"), new("status.x", "y"), new("network_policy", "z")],
            [],
            out var problems));

        Assert.Equal(
            ["Settings:network_policy", "Settings:repository", "Credentials:token", "Settings:assignee", "Settings:milestone", "Settings:close_reason", "Settings:priority.soon", "Settings:status.x"],
            problems.Select(static problem => problem.Setting));
    }

    [Fact]
    public void An_app_needs_its_id_its_installation_and_a_private_key()
    {
        Assert.Null(Read([new("repository", "a/b"), new("installation_id", "none")], [new("private_key", "not a key")], out var problems));

        Assert.Equal(["Settings:app_id", "Settings:installation_id", "Credentials:private_key"], problems.Select(static problem => problem.Setting));
        Assert.All(problems, static problem => Assert.DoesNotContain("not a key", problem.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_private_key_may_have_its_line_breaks_written_as_two_characters(bool isEscaped)
    {
        using var key = RSA.Create(2048);
        var pem = key.ExportPkcs8PrivateKeyPem();

        Assert.NotNull(Read(
            [new("repository", "a/b"), new("app_id", "Iv1.x"), new("installation_id", "7")],
            [new("private_key", isEscaped ? pem.Replace("\n", "\\n", StringComparison.Ordinal) : pem)],
            out _)?.App);
    }

    [Fact]
    public void A_public_key_and_a_short_one_cannot_sign()
    {
        using var key = RSA.Create(2048);
        using var weak = RSA.Create(1024);

        Assert.False(GitHubAppCredential.IsPrivateKey(key.ExportSubjectPublicKeyInfoPem()));
        Assert.False(GitHubAppCredential.IsPrivateKey(weak.ExportPkcs8PrivateKeyPem()));
    }

    [Theory]
    [InlineData("https://github.com", "https://api.github.com/", "https://github.com/")]
    [InlineData("https://api.github.com/", "https://api.github.com/", "https://github.com/")]
    [InlineData("https://acme.ghe.com", "https://api.acme.ghe.com/", "https://acme.ghe.com/")]
    [InlineData("https://api.acme.ghe.com/", "https://api.acme.ghe.com/", "https://acme.ghe.com/")]
    [InlineData("https://git.example.test", "https://git.example.test/api/v3/", "https://git.example.test/")]
    [InlineData("https://git.example.test:8443/api/v3/", "https://git.example.test:8443/api/v3/", "https://git.example.test:8443/")]
    [InlineData("https://evilghe.com", "https://evilghe.com/api/v3/", "https://evilghe.com/")]
    public void The_address_may_be_that_of_the_pages_or_of_the_API(string address, string root, string web)
    {
        var server = GitHubServer.Of(new Uri(address));

        Assert.Equal((root, web), (server.Root.AbsoluteUri, server.Web.AbsoluteUri));
    }

    [Theory]
    [InlineData("octocat/hello-world#7", null, "octocat/hello-world#7")]
    [InlineData("#7", null, "a/b#7")]
    [InlineData("7", null, "a/b#7")]
    [InlineData(null, "octocat/hello-world#7", "octocat/hello-world#7")]
    [InlineData(null, "123456", null)]
    [InlineData("octocat/../x#7", null, null)]
    [InlineData("octocat/hello-world#0", null, null)]
    [InlineData("../..#7", null, null)]
    [InlineData("octocat/hello-world#7/comments", null, null)]
    public void A_place_is_read_from_the_key_and_from_nothing_else(string? key, string? id, string? place)
    {
        var settings = Read([new("repository", "a/b")], [new("token", "t")], out _)!;

        Assert.Equal(place, GitHubPlace.Of(new TicketReference { ProviderTicketId = id ?? "123456", ExternalIssueId = key }, settings)?.ToString());
    }

    [Fact]
    public void What_is_set_in_code_is_what_is_read()
    {
        var options = new GitHubTargetOptions
        {
            Repository = "a/b",
            BaseUrl = "https://git.example.test",
            Token = "t",
            WebhookSecret = "w",
            Assignee = "@octocat",
            Milestone = 3,
            IssueType = "Bug",
            CloseReason = GitHubCloseReason.NotPlanned,
        };
        options.Labels.Add("security");
        options.PriorityLabels[TicketPriority.High] = "P1";
        options.StatusLabels["doing"] = ProviderStatus.InProgress;
        var target = new TicketTargetOptions();
        options.ApplyTo(target);

        var settings = Read([.. target.Settings], [.. target.Credentials], out var problems);

        Assert.Empty(problems);
        Assert.Equal(("octocat", 3L, "Bug", GitHubCloseReason.NotPlanned), (settings!.Assignee, settings.Milestone!.Value, settings.IssueType, settings.CloseReason));
        Assert.Equal(("security", "P1", ProviderStatus.InProgress), (Assert.Single(settings.Labels), settings.PriorityLabels[TicketPriority.High], settings.StatusLabels["Doing"]));
        Assert.Equal((GitHubDefaults.Key, "https://git.example.test", "w"), (target.Provider, target.BaseUrl, target.Credentials["webhook_secret"]));
    }

    internal static GitHubTargetSettings? Read(
        IEnumerable<KeyValuePair<string, string>> settings,
        IEnumerable<KeyValuePair<string, string>> secrets,
        out ImmutableArray<TargetProblem> problems) => GitHubTargetSettings.Read(
            new TicketTarget { Id = "x", ProviderKey = GitHubDefaults.Key, Settings = settings.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase) },
            new TicketCredential(secrets),
            out problems);
}
