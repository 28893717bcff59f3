using System.Globalization;
using TicketExport.Testing;

namespace TicketExport.Providers.GitHub;

public sealed class GitHubErrorMapTests
{
    private const string Credential = "Credentials:token";
    private const string Repository = "Settings:repository";

    /// <summary>Status, body, header and its value; what is made of it: outcome, reason, code, setting.</summary>
    public static TheoryData<int, string, string?, string, FailureReason, string?, string?> Refusals => new()
    {
        { 400, """{"message":"Problems parsing JSON"}""", null, "Rejected", FailureReason.Validation, null, null },
        { 401, """{"message":"Bad credentials"}""", null, "Rejected", FailureReason.Authentication, null, Credential },
        { 403, """{"message":"API rate limit exceeded"}""", "X-RateLimit-Remaining: 0", "RateLimited", FailureReason.RateLimited, "github_rate_limited", null },
        { 429, """{"message":"API rate limit exceeded"}""", "X-RateLimit-Remaining: 0", "RateLimited", FailureReason.RateLimited, "github_rate_limited", null },
        { 403, """{"message":"You have exceeded a secondary rate limit."}""", null, "RateLimited", FailureReason.RateLimited, "github_secondary_rate_limited", null },
        { 403, """{"message":"You have triggered an abuse detection mechanism."}""", null, "RateLimited", FailureReason.RateLimited, "github_secondary_rate_limited", null },
        { 403, "{}", "Retry-After: 60", "RateLimited", FailureReason.RateLimited, "github_secondary_rate_limited", null },
        { 429, "{}", null, "RateLimited", FailureReason.RateLimited, "github_secondary_rate_limited", null },
        { 422, """{"message":"Unprocessable Entity","errors":["Could not be created: was submitted too quickly"]}""", null, "RateLimited", FailureReason.RateLimited, "github_secondary_rate_limited", null },
        { 403, """{"message":"Resource not accessible by personal access token"}""", null, "Rejected", FailureReason.Permission, "github_permission_missing", Credential },
        { 403, """{"message":"Resource protected by organization SAML enforcement."}""", "X-GitHub-SSO: required; url=https://x", "Rejected", FailureReason.Permission, "github_single_sign_on_required", Credential },
        { 403, """{"message":"Repository was archived so is read-only."}""", null, "Rejected", FailureReason.Configuration, "github_repository_archived", Repository },
        { 404, """{"message":"Not Found"}""", null, "Rejected", FailureReason.NotFound, null, Repository },
        { 410, """{"message":"Issues are disabled for this repo"}""", null, "Rejected", FailureReason.NotFound, "github_issues_disabled", Repository },
        { 422, """{"message":"Validation Failed","errors":[{"resource":"Issue","field":"title","code":"missing_field"}]}""", null, "Rejected", FailureReason.Validation, "missing_field", null },
        { 422, """{"message":"Validation Failed","errors":[{"resource":"Issue","field":"assignees","code":"invalid"}]}""", null, "Rejected", FailureReason.Validation, "invalid", "Settings:assignee" },
        { 422, """{"message":"Validation Failed","errors":[{"resource":"Issue","field":"milestone","code":"invalid"}]}""", null, "Rejected", FailureReason.Validation, "invalid", "Settings:milestone" },
        { 422, """{"message":"Validation Failed","errors":[{"resource":"Issue","field":"type","code":"invalid"}]}""", null, "Rejected", FailureReason.Validation, "invalid", "Settings:issue_type" },
        { 422, """{"message":"Validation Failed","errors":[{"code":"<b>canary</b>","field":"canary field"}]}""", null, "Rejected", FailureReason.Validation, null, null },
        { 409, "{}", null, "Unknown", FailureReason.Unavailable, null, null },
        { 500, "{}", null, "Unknown", FailureReason.Unavailable, null, null },
        { 502, "<html>", null, "Unknown", FailureReason.Unavailable, null, null },
        { 504, "<html>", null, "Unknown", FailureReason.Unavailable, null, null },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    [Trait("Fault", "F35")]
    [Trait("Fault", "F36")]
    [Trait("Fault", "F37")]
    public async Task A_refusal_is_told_with_its_code_its_status_and_the_setting_to_change(
        int status, string body, string? header, string outcome, FailureReason reason, string? code, string? setting)
    {
        await using var scene = await GitHubScene.StartAsync();
        var reply = FakeHttpReply.Text(status, body, "application/json; charset=utf-8");
        scene.Server.RefuseNext(header?.Split(": ") is [var name, var value] ? reply.With(name, value) : reply);

        var made = await scene.Export.CreateAsync();

        Assert.Equal(outcome, made.GetType().Name);
        var fault = FaultOf(made);
        Assert.Equal((reason, code, setting, status), (fault.Reason, fault.ProviderErrorCode, fault.Setting, fault.ResponseCode));
        Assert.DoesNotContain("canary", fault.Message, StringComparison.Ordinal);
        Assert.Empty(scene.Server.Tickets);
    }

    [Fact]
    public async Task The_quota_is_waited_for_until_GitHub_says_that_it_is_reset()
    {
        await using var scene = await GitHubScene.StartAsync();
        scene.Server.UseUpQuotaNext(TimeSpan.FromMinutes(37));

        var limited = Assert.IsType<CreateOutcome.RateLimited>(await scene.Export.CreateAsync());

        // GitHub names whole seconds.
        Assert.InRange(limited.Until!.Value - scene.Time.GetUtcNow(), TimeSpan.FromMinutes(37), TimeSpan.FromMinutes(37) + TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_secondary_limit_without_a_time_is_waited_for_a_minute()
    {
        await using var scene = await GitHubScene.StartAsync();
        scene.Server.LimitNextSilently();

        var limited = Assert.IsType<CreateOutcome.RateLimited>(await scene.Export.CreateAsync());

        Assert.Equal(TimeSpan.FromMinutes(1), limited.Until - scene.Time.GetUtcNow());
    }

    [Fact]
    [Trait("Fault", "F39")]
    public async Task A_repository_without_issues_disables_its_target()
    {
        await using var scene = await GitHubScene.StartAsync();
        scene.Server.HasIssues = false;

        var fault = Assert.IsType<CreateOutcome.Rejected>(await scene.Export.CreateAsync()).Fault;

        Assert.Equal((true, GitHubErrorCodes.IssuesDisabled, Repository), (fault.DisablesTarget, fault.ProviderErrorCode, fault.Setting));
    }

    [Fact]
    public async Task An_archived_repository_disables_its_target()
    {
        await using var scene = await GitHubScene.StartAsync();
        scene.Server.IsArchived = true;

        var fault = Assert.IsType<CreateOutcome.Rejected>(await scene.Export.CreateAsync()).Fault;

        Assert.Equal((true, GitHubErrorCodes.RepositoryArchived, Repository), (fault.DisablesTarget, fault.ProviderErrorCode, fault.Setting));
    }

    [Fact]
    public async Task A_renamed_repository_is_named_as_the_setting_to_change_and_gets_no_ticket()
    {
        await using var scene = await GitHubScene.StartAsync();
        scene.Server.RenameRepository("acme/store");

        var fault = Assert.IsType<CreateOutcome.Rejected>(await scene.Export.CreateAsync()).Fault;

        Assert.Equal((FailureReason.Redirected, GitHubErrorCodes.RepositoryMoved, Repository), (fault.Reason, fault.ProviderErrorCode, fault.Setting));
        Assert.Empty(scene.Server.Tickets);
    }

    [Theory]
    [InlineData(404, "Forbidden", "github_issue_not_shown")]
    [InlineData(410, "Missing", "github_issue_deleted")]
    public async Task A_ticket_that_is_not_shown_is_told_apart_from_one_that_was_deleted(int status, string outcome, string code)
    {
        await using var scene = await GitHubScene.StartAsync();
        var ticket = await scene.CreatedAsync();
        scene.Server.RefuseNext(FakeHttpReply.Text(status, """{"message":"Not Found"}""", "application/json"), FakeTrackerCallKind.Read);

        var read = await scene.ReadAsync(ticket);

        Assert.Equal(outcome, read.GetType().Name);
        Assert.Equal(code, (read as ReadOutcome.Forbidden)?.Fault.ProviderErrorCode ?? (read as ReadOutcome.Missing)?.Fault.ProviderErrorCode);
    }

    [Fact]
    public async Task A_ticket_of_a_repository_whose_issues_were_switched_off_is_not_taken_for_deleted()
    {
        await using var scene = await GitHubScene.StartAsync();
        var ticket = await scene.CreatedAsync();
        scene.Server.HasIssues = false;

        var fault = Assert.IsType<ReadOutcome.Failed>(await scene.ReadAsync(ticket)).Fault;

        Assert.Equal(GitHubErrorCodes.IssuesDisabled, fault.ProviderErrorCode);
    }

    private static ProviderFault FaultOf(CreateOutcome outcome) => outcome switch
    {
        CreateOutcome.Rejected rejected => rejected.Fault,
        CreateOutcome.RateLimited limited => limited.Fault,
        CreateOutcome.Unknown unknown => unknown.Fault,
        _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{outcome} has no fault.")),
    };
}
