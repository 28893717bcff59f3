using TicketExport.Testing;

namespace TicketExport.Providers.Jira;

public sealed class JiraErrorMapTests
{
    [Theory]
    [InlineData(401, "unauthorized", FailureReason.Authentication, "Credentials:api_token")]
    [InlineData(403, "forbidden", FailureReason.Permission, "Credentials:api_token")]
    [InlineData(404, "not_found", FailureReason.NotFound, "Settings:project")]
    [InlineData(410, "removed", FailureReason.Configuration, "Settings:deployment")]
    [InlineData(413, "too_large", FailureReason.Validation, null)]
    [InlineData(422, "misconfigured", FailureReason.Validation, null)]
    [InlineData(400, "CONTENT_LIMIT_EXCEEDED", FailureReason.Validation, null)]
    [InlineData(302, "moved", FailureReason.Redirected, "BaseUrl")]
    [Trait("Fault", "F35")]
    [Trait("Fault", "F36")]
    [Trait("Fault", "F37")]
    [Trait("Fault", "F40")]
    [Trait("Fault", "F42")]
    public async Task A_refusal_names_reason_code_status_and_setting(int status, string code, FailureReason reason, string? setting)
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        jira.RejectNext(status, code);

        var fault = Assert.IsType<CreateOutcome.Rejected>(await export.CreateAsync()).Fault;

        Assert.Equal((reason, setting, status), (fault.Reason, fault.Setting, fault.ResponseCode!.Value));
        Assert.Equal(status == 302 ? null : code, fault.ProviderErrorCode);
        Assert.Empty(jira.Tickets);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(423)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [Trait("Fault", "F33")]
    [Trait("Fault", "F38")]
    [Trait("Fault", "F41")]
    public async Task An_answer_that_leaves_the_create_in_doubt_is_unknown(int status)
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        jira.RejectNext(status, "oops");

        Assert.Equal(status, Assert.IsType<CreateOutcome.Unknown>(await export.CreateAsync()).Fault.ResponseCode);
    }

    [Theory]
    [InlineData("AUTHENTICATION_DENIED", "CAPTCHA")]
    [InlineData("AUTHENTICATED_FAILED", "credentials")]
    public async Task A_failed_sign_in_is_told_by_its_header(string reason, string word)
    {
        await using var jira = await FakeJira.StartAsync(new() { IsDataCenter = true });
        await using var export = JiraHost.For(jira, isDataCenter: true);
        jira.RefuseNext(FakeHttpReply.Text(403, "<html/>", "text/html").With("X-Seraph-LoginReason", reason));

        var fault = Assert.IsType<CreateOutcome.Rejected>(await export.CreateAsync()).Fault;

        Assert.Equal((FailureReason.Authentication, reason, "Credentials:access_token"), (fault.Reason, fault.ProviderErrorCode, fault.Setting));
        Assert.Contains(word, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Complaints_about_every_field_mean_a_missing_permission_and_no_mapping()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        await export.CreateAsync("1");
        jira.Permissions.Remove("CREATE_ISSUES");

        var fault = Assert.IsType<CreateOutcome.Rejected>(await export.CreateAsync("2")).Fault;

        Assert.Equal((FailureReason.Permission, "Credentials:api_token", 400), (fault.Reason, fault.Setting, fault.ResponseCode!.Value));
    }

    [Theory]
    [InlineData("{\"errorMessages\":[],\"errors\":{\"customfield_10010\":\"X is wrong.\"}}", FailureReason.MappingIncomplete, "Settings:field.customfield_10010")]
    [InlineData("{\"errorMessages\":[],\"errors\":{\"assignee\":\"nobody\"}}", FailureReason.MappingIncomplete, "Settings:assignee")]
    [InlineData("{\"errorMessages\":[],\"errors\":{\"project\":\"valid project is required\"}}", FailureReason.MappingIncomplete, "Settings:project")]
    [InlineData("{\"errorMessages\":[],\"errors\":{\"summary\":\"secret-canary\"}}", FailureReason.Validation, null)]
    [InlineData("{\"errorMessages\":[\"secret-canary in words\"],\"errors\":{}}", FailureReason.Validation, null)]
    [InlineData("{\"errorMessages\":7}", FailureReason.Validation, null)]
    [Trait("Fault", "F35")]
    public async Task A_complaint_about_a_field_names_the_setting_that_fills_it_and_repeats_no_text(string body, FailureReason reason, string? setting)
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        jira.RefuseNext(FakeHttpReply.Text(400, body, "application/json"));

        var fault = Assert.IsType<CreateOutcome.Rejected>(await export.CreateAsync()).Fault;

        Assert.Equal((reason, setting), (fault.Reason, fault.Setting));
        Assert.DoesNotContain("canary", fault.Message + fault.ProviderErrorCode + export.LogText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Retry-After", "30", 30)]
    [InlineData("X-RateLimit-Reset", "2030-01-01T00:02Z", 120)]
    [InlineData("X-RateLimit-Interval-Seconds", "60", 60)]
    [Trait("Fault", "F62")]
    public async Task A_rate_limit_gives_the_time_in_each_of_its_headers(string header, string value, int seconds)
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var jira = await FakeJira.StartAsync(new() { TimeProvider = time });
        await using var export = JiraHost.For(jira, time: time);
        jira.RefuseNext(FakeHttpReply.Empty(429).With(header, value).With("RateLimit-Reason", "jira-quota-tenant-based"));

        var limited = Assert.IsType<CreateOutcome.RateLimited>(await export.CreateAsync());

        Assert.Equal(time.GetUtcNow().AddSeconds(seconds), limited.Until);
        Assert.Equal("jira-quota-tenant-based", limited.Fault.ProviderErrorCode);
    }

    [Theory]
    [InlineData(201, "{\"id\":", "application/json")]
    [InlineData(201, "{\"key\":\"PROJ-1\"}", "application/json")]
    [InlineData(201, "{\"id\":{}}", "application/json")]
    [InlineData(201, "{\"id\":\"a b\"}", "application/json")]
    [InlineData(200, "<html/>", "text/html")]
    [InlineData(204, "", "application/json")]
    [Trait("Fault", "F24")]
    [Trait("Fault", "F27")]
    [Trait("Fault", "F28")]
    [Trait("Fault", "F31")]
    public async Task A_success_that_cannot_be_read_is_unknown_and_the_ticket_is_found(int status, string body, string type)
    {
        await using var jira = await FakeJira.StartAsync();
        await using var export = JiraHost.For(jira);
        jira.AnswerNext(FakeHttpReply.Text(status, body, type));

        Assert.IsType<CreateOutcome.Unknown>(await export.CreateAsync());
        Assert.Equal("PROJ-1", Assert.Single(Assert.IsType<FindOutcome.Found>(await export.FindAsync()).Tickets).ExternalIssueId);
    }

    [Fact]
    public async Task A_create_that_a_data_center_made_for_a_stranger_is_still_created()
    {
        await using var jira = await FakeJira.StartAsync(new() { IsDataCenter = true });
        await using var export = JiraHost.For(jira, isDataCenter: true);
        jira.AnswerNext(FakeHttpReply.Text(201, "{\"id\":\"10001\",\"key\":\"PROJ-1\"}", "application/json").With("X-AUSERNAME", "anonymous"));

        Assert.IsType<CreateOutcome.Created>(await export.CreateAsync());
    }
}
