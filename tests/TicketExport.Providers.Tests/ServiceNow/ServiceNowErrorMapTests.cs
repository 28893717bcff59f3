using TicketExport.Testing;

namespace TicketExport.Providers.ServiceNow;

public sealed class ServiceNowErrorMapTests
{
    private const string Credential = "Credentials:access_token";
    private const string Table = "Settings:table";

    /// <summary>Status, message and detail; what is made of them: outcome, reason, code, setting.</summary>
    public static TheoryData<int, string, string, string, FailureReason, string?, string?> Refusals => new()
    {
        { 400, "Exception while reading request", "canary", "Rejected", FailureReason.Validation, null, null },
        { 400, "Invalid table incidentx", "", "Rejected", FailureReason.Configuration, "servicenow_table_unknown", Table },
        { 401, "User Not Authenticated", "Required to provide Auth information", "Rejected", FailureReason.Authentication, null, Credential },
        { 403, "Insufficient rights to query records", "Field(s) present in the query do not have permission to be read", "Rejected", FailureReason.Permission, null, Credential },
        { 403, "Operation Failed", "Data Policy Exception: The following fields are mandatory: Caller", "Rejected", FailureReason.MappingIncomplete, "servicenow_data_policy", "Settings:caller_id" },
        { 403, "Operation Failed", "Data Policy Exception: The following fields are mandatory: u_impact_area", "Rejected", FailureReason.MappingIncomplete, "servicenow_data_policy", "Settings:field.u_impact_area" },
        { 403, "Operation Failed", "Data Policy Exception: The following fields are mandatory: canary <b>", "Rejected", FailureReason.MappingIncomplete, "servicenow_data_policy", null },
        { 403, "Operation Failed", "Operation against file 'incident' was aborted by Business Rule 'canary'", "Rejected", FailureReason.Validation, "servicenow_business_rule", null },
        { 403, "Operation Failed", "Unique Key violation detected by database (canary)", "Unknown", FailureReason.Conflict, "servicenow_unique_key", null },
        { 404, "No Record found", "canary", "Rejected", FailureReason.NotFound, null, Table },
        { 405, "Method not supported", "", "Rejected", FailureReason.Validation, null, null },
        { 406, "Not acceptable", "", "Rejected", FailureReason.Validation, null, null },
        { 415, "Unsupported media type", "", "Rejected", FailureReason.Validation, null, null },
        { 429, "Rate limit exceeded", "Rate limit of 100 requests per hour for Table API exceeded", "RateLimited", FailureReason.RateLimited, null, null },
        { 400, "Transaction cancelled: maximum execution time exceeded", "canary", "Unknown", FailureReason.Unavailable, "servicenow_transaction_cancelled", null },
        { 500, "Transaction cancelled: maximum execution time exceeded", "canary", "Unknown", FailureReason.Unavailable, "servicenow_transaction_cancelled", null },
        { 500, "canary", "", "Unknown", FailureReason.Unavailable, "canary", null },
        { 502, "canary words", "", "Unknown", FailureReason.Unavailable, null, null },
        { 503, "canary words", "", "Unknown", FailureReason.Unavailable, null, null },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_is_told_with_its_code_its_status_and_the_setting_to_change(
        int status, string message, string detail, string outcome, FailureReason reason, string? code, string? setting)
    {
        await using var scene = await ServiceNowScene.StartAsync();
        var body = $$"""{"error":{"message":"{{message}}","detail":"{{detail}}"},"status":"failure"}""";
        scene.Server.RefuseNext(FakeHttpReply.Text(status, body, "application/json; charset=utf-8"));

        var made = await scene.Export.CreateAsync();

        Assert.Equal(outcome, made.GetType().Name);
        var fault = FaultOf(made);
        Assert.Equal((reason, code, setting, status), (fault.Reason, fault.ProviderErrorCode, fault.Setting, fault.ResponseCode));
        Assert.DoesNotContain("canary", fault.Message, StringComparison.Ordinal);
        Assert.Empty(scene.Server.Tickets);
    }

    [Fact]
    public async Task An_error_of_OAuth_is_a_word_and_is_told_as_the_code()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        scene.Server.RefuseNext(FakeHttpReply.Text(401, """{"error":"invalid_client","error_description":"Invalid client_id or client_secret."}""", "application/json"));

        Assert.Equal((FailureReason.Authentication, "invalid_client"), FaultOf(await scene.Export.CreateAsync()) is var fault ? (fault.Reason, fault.ProviderErrorCode) : default);
    }

    [Fact]
    public async Task A_data_policy_names_all_fields_that_are_known_and_no_other()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        scene.Server.DemandedFields = scene.Server.DemandedFields.Add("caller_id", "Caller").Add("category", "Category").Add("u_secret", "Top Canary");

        var fault = FaultOf(await scene.Export.CreateAsync());

        Assert.Equal(["Settings:caller_id", "Settings:category"], fault.Problems.Select(static problem => problem.Setting));
        Assert.Contains("look at the policy for the others", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", $"{fault}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Retry-After", 90)]
    [InlineData("X-RateLimit-Reset", 1800)]
    public async Task A_limit_by_the_hour_is_waited_for_by_either_header(string header, int seconds)
    {
        await using var scene = await ServiceNowScene.StartAsync();
        var now = scene.Time.GetUtcNow();
        var value = header == "Retry-After" ? seconds : now.ToUnixTimeSeconds() + seconds;
        scene.Server.RefuseNext(FakeHttpReply.Text(429, "{}", "application/json").With(header, $"{value}"));

        var limited = Assert.IsType<CreateOutcome.RateLimited>(await scene.Export.CreateAsync());

        Assert.InRange(limited.Until!.Value - now, TimeSpan.FromSeconds(seconds - 1), TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task An_instance_that_sleeps_is_unavailable_and_no_ticket()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        scene.Server.SleepNext();
        var unknown = Assert.IsType<CreateOutcome.Unknown>(await scene.Export.CreateAsync());
        scene.Server.SleepNext(FakeTrackerCallKind.Find);
        var failed = Assert.IsType<FindOutcome.Failed>(await scene.Export.FindAsync());

        Assert.All(new[] { unknown.Fault, failed.Fault }, static fault => Assert.Equal((FailureReason.Unavailable, "servicenow_instance_asleep"), (fault.Reason, fault.ProviderErrorCode)));
    }

    [Fact]
    public async Task A_page_to_sign_in_is_no_ticket_and_points_to_the_credentials()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        scene.Server.LoginPage();

        var unknown = Assert.IsType<CreateOutcome.Unknown>(await scene.Export.CreateAsync());

        Assert.Equal((FailureReason.Authentication, Credential), (unknown.Fault.Reason, unknown.Fault.Setting));
    }

    [Fact]
    public async Task A_list_that_the_instance_cut_off_proves_nothing()
    {
        await using var scene = await ServiceNowScene.StartAsync();
        scene.Server.AnswerNext(
            FakeHttpReply.Text(200, """{"result":[],"error":{"message":"Transaction cancelled: maximum execution time exceeded","detail":null},"status":"failure"}""", "application/json").With("X-Total-Count", "0"),
            FakeTrackerCallKind.Find);

        Assert.IsType<FindOutcome.Failed>(await scene.Export.FindAsync());
    }

    private static ProviderFault FaultOf(CreateOutcome outcome) => outcome switch
    {
        CreateOutcome.Rejected rejected => rejected.Fault,
        CreateOutcome.RateLimited limited => limited.Fault,
        CreateOutcome.Unknown unknown => unknown.Fault,
        CreateOutcome.NotSent notSent => notSent.Fault,
        _ => throw new InvalidOperationException("There is a ticket."),
    };
}
