using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using TicketExport.Testing;

namespace TicketExport.Providers.Linear;

/// <summary>Every class of error of Linear, as it comes back from a create request.</summary>
public sealed class LinearErrorTests
{
    [Theory]
    [InlineData(401, "Authentication required, not authenticated", "AUTHENTICATION_ERROR", "authentication error", FailureReason.Authentication, "AUTHENTICATION_ERROR", "Credentials:api_key")]
    [InlineData(400, "Authentication required, not authenticated", "AUTHENTICATION_ERROR", "authentication error", FailureReason.Authentication, "AUTHENTICATION_ERROR", "Credentials:api_key")]
    [InlineData(200, "Authentication required", null, "authentication error", FailureReason.Authentication, null, "Credentials:api_key")]
    [InlineData(200, "You don't have permission", "FORBIDDEN", "forbidden", FailureReason.Permission, "FORBIDDEN", "Credentials:api_key")]
    [InlineData(403, "no", null, null, FailureReason.Permission, null, "Credentials:api_key")]
    [InlineData(200, "Limit reached", "INPUT_ERROR", "usage limit exceeded", FailureReason.Permission, LinearErrorCodes.UsageLimitExceeded, null)]
    [InlineData(200, "Not in plan", "FEATURE_NOT_ACCESSIBLE", "feature not accessible", FailureReason.Permission, LinearErrorCodes.FeatureNotAccessible, null)]
    [InlineData(200, "Argument Validation Error", "INVALID_INPUT", "invalid input", FailureReason.Validation, "INVALID_INPUT", null)]
    [InlineData(200, "Bad", "INPUT_ERROR", "user error", FailureReason.Validation, "INPUT_ERROR", null)]
    [InlineData(400, "Cannot query field \"x\" on type \"Issue\".", "GRAPHQL_VALIDATION_FAILED", "graphql error", FailureReason.Validation, "GRAPHQL_VALIDATION_FAILED", null)]
    [InlineData(200, "Entity not found: Team", "INPUT_ERROR", "invalid input", FailureReason.NotFound, "INPUT_ERROR", "Settings:team")]
    [InlineData(200, "Entity not found: Project", "INPUT_ERROR", "invalid input", FailureReason.NotFound, "INPUT_ERROR", "Settings:project")]
    [InlineData(200, "Entity not found: User - Could not find referenced User.", "INPUT_ERROR", "invalid input", FailureReason.NotFound, "INPUT_ERROR", "Settings:assignee")]
    [InlineData(200, "Entity not found: IssueLabel", "INPUT_ERROR", "invalid input", FailureReason.NotFound, "INPUT_ERROR", "Settings:labels")]
    [InlineData(400, "what", "SOMETHING_NEW", null, FailureReason.Validation, "SOMETHING_NEW", null)]
    [Trait("Behaviour", "S104")]
    [Trait("Fault", "F30")]
    public async Task A_refusal_gives_reason_code_status_and_setting(int status, string message, string? code, string? type, FailureReason reason, string? expectedCode, string? setting)
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);
        linear.RefuseNext(LinearHost.Error(status, message, code, type, "hostile <b>text</b>"));

        var fault = Assert.IsType<CreateOutcome.Rejected>(await export.CreateAsync()).Fault;

        Assert.Equal((reason, expectedCode, setting, (int?)status), (fault.Reason, fault.ProviderErrorCode, fault.Setting, fault.ResponseCode));
        Assert.EndsWith($"(HTTP {status}).", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hostile", fault.Message, StringComparison.Ordinal);
        Assert.Empty(linear.Tickets);
    }

    [Theory]
    [InlineData(200, "INTERNAL_SERVER_ERROR", "internal error", FailureReason.Unavailable)]
    [InlineData(200, null, "lock timeout", FailureReason.Unavailable)]
    [InlineData(200, null, "network error", FailureReason.Unavailable)]
    [InlineData(500, null, "bootstrap error", FailureReason.Unavailable)]
    [InlineData(503, null, null, FailureReason.Unavailable)]
    [InlineData(200, "SOMETHING_NEW", "something new", FailureReason.Ambiguous)]
    [InlineData(200, null, null, FailureReason.Ambiguous)]
    public async Task What_is_no_refusal_stays_unknown(int status, string? code, string? type, FailureReason reason)
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);
        linear.AnswerNext(LinearHost.Error(status, "oops", code, type));

        Assert.Equal(reason, Assert.IsType<CreateOutcome.Unknown>(await export.CreateAsync()).Fault.Reason);
    }

    [Fact]
    public async Task A_validation_error_names_the_field_when_it_is_one_of_ours()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);
        linear.RefuseNext(LinearHost.Error(200, "Argument Validation Error", "INVALID_INPUT", "invalid input", "title must be shorter than or equal to 255 characters."));

        Assert.Contains("because of title", Assert.IsType<CreateOutcome.Rejected>(await export.CreateAsync()).Fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RATELIMITED", null)]
    [InlineData(null, "ratelimited")]
    [Trait("Behaviour", "S55")]
    public async Task A_limit_is_told_by_its_code_and_lasts_until_the_reset_of_the_limit_that_is_used_up(string? code, string? type)
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear, time: time);
        linear.RefuseNext(LinearHost.Error(400, "Too many", code, type)
            .With("X-RateLimit-Requests-Remaining", "100").With("X-RateLimit-Requests-Reset", In(TimeSpan.FromHours(1)))
            .With("X-RateLimit-Complexity-Remaining", "0").With("X-RateLimit-Complexity-Reset", In(TimeSpan.FromMinutes(5)))
            .With("X-RateLimit-Endpoint-Requests-Remaining", "0").With("X-RateLimit-Endpoint-Requests-Reset", In(TimeSpan.FromMinutes(7))));

        var limited = Assert.IsType<CreateOutcome.RateLimited>(await export.CreateAsync());

        Assert.InRange(limited.Until!.Value - time.GetUtcNow(), TimeSpan.FromMinutes(7) - TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(7));
        Assert.Equal((FailureReason.RateLimited, code), (limited.Fault.Reason, limited.Fault.ProviderErrorCode));

        string In(TimeSpan wait) => (time.GetUtcNow() + wait).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task A_limit_without_a_word_about_its_end_leaves_the_wait_to_the_exporter()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear);
        linear.RefuseNext(LinearHost.Error(400, "Too many", "RATELIMITED"));

        Assert.Null(Assert.IsType<CreateOutcome.RateLimited>(await export.CreateAsync()).Until);
    }

    [Fact]
    public async Task A_wrong_address_points_to_BaseUrl()
    {
        await using var linear = await FakeLinear.StartAsync();
        await using var export = LinearHost.Of(linear, target => target.BaseUrl = new Uri(linear.BaseAddress, "elsewhere/").AbsoluteUri);

        var fault = Assert.IsType<CreateOutcome.Rejected>(await export.CreateAsync()).Fault;

        Assert.Equal((FailureReason.NotFound, "BaseUrl", (int?)404), (fault.Reason, fault.Setting, fault.ResponseCode));
    }
}
