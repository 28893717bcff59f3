using System.Collections.Immutable;
using TicketExport.Contract;
using TicketExport.Providers.ServiceNow.Internal;
using TicketExport.States;

namespace TicketExport.Providers.ServiceNow;

public sealed class ServiceNowTargetSettingsTests
{
    private const string SysId = "287ebd7da9fe198100f92cc8d1d2154e";

    private (string Token, string Key) _tokens;

    [Fact]
    public void A_target_with_an_address_and_a_token_makes_incidents()
    {
        var settings = Read([], ("access_token", "t"))!;

        Assert.Equal(("incident", "6", "2", "work_notes"), (settings.Table, settings.CloseState, settings.ReopenState, settings.CommentField));
        Assert.Equal("2/1", settings.Priorities[TicketPriority.High]);
    }

    [Fact]
    public void A_target_without_credentials_is_told_all_ways_to_sign_in()
    {
        var problem = Assert.Single(ProblemsOf([]));

        Assert.Equal("Credentials:access_token", problem.Setting);
        Assert.Contains("Credentials:api_key", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Credentials:password", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("username", "Credentials:password")]
    [InlineData("password", "Credentials:username")]
    public void Half_a_user_is_told_the_other_half(string given, string missing) =>
        Assert.Equal(missing, Assert.Single(ProblemsOf([], (given, "x"))).Setting);

    [Fact]
    public void A_user_name_with_a_colon_is_refused() =>
        Assert.Equal("Credentials:username", Assert.Single(ProblemsOf([], ("username", "a:b"), ("password", "x"))).Setting);

    [Theory]
    [InlineData("access_token")]
    [InlineData("api_key")]
    [InlineData("api_token")]
    [InlineData("password")]
    public void The_credential_that_is_used_is_the_one_to_renew(string name)
    {
        (string, string)[] credentials = name == "password" ? [("username", "u"), (name, "p")] : [(name, "t")];

        Assert.Equal($"Credentials:{name}", Read([], credentials)!.Words.CredentialSetting);
    }

    [Theory]
    [InlineData("AccessToken", "Authorization")]
    [InlineData("ApiKey", "x-sn-apikey")]
    [InlineData("ApiTokenBearer", "Authorization")]
    [InlineData("ApiTokenKey", "x-sn-apikey")]
    [InlineData("User", "Authorization")]
    public async Task Each_way_to_sign_in_reaches_the_instance_by_its_header(string way, string header)
    {
        await using var scene = await ServiceNowScene.StartAsync(
            (target, server) =>
            {
                target.AccessToken = way == "AccessToken" ? server.AccessToken : null;
                target.ApiKey = way == "ApiKey" ? server.ApiKey : null;
                (target.UserName, target.Password) = way == "User" ? (server.UserName, server.Password) : (null, null);
                _tokens = (server.AccessToken, server.ApiKey);
            },
            target =>
            {
                target.SetCredential("api_token", way switch { "ApiTokenBearer" => _tokens.Token, "ApiTokenKey" => _tokens.Key, _ => null });
                target.SetSetting("api_token_kind", way == "ApiTokenKey" ? "api_key" : null);
            });

        await scene.CreatedAsync();

        Assert.All(scene.Server.Exchanges, exchange => Assert.Contains(header, exchange.Request.Headers.Keys, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_wrong_value_is_named_at_once()
    {
        var problems = ProblemsOf([("table", "x y"), ("caller_id", "me"), ("priority.high", "9/9"), ("field.active", "true"), ("status.3", "paused")]);

        Assert.Equal(
            ["Credentials:access_token", "Settings:caller_id", "Settings:field.active", "Settings:priority.high", "Settings:status.3", "Settings:table"],
            problems.Select(static problem => problem.Setting).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("incident", "1", ProviderStatus.Open)]
    [InlineData("incident", "3", ProviderStatus.InProgress)]
    [InlineData("incident", "6", ProviderStatus.Done)]
    [InlineData("incident", "8", ProviderStatus.Done)]
    [InlineData("incident", "42", ProviderStatus.Unknown)]
    [InlineData("problem", "101", ProviderStatus.Open)]
    [InlineData("problem", "104", ProviderStatus.InProgress)]
    [InlineData("problem", "106", ProviderStatus.Done)]
    [InlineData("change_request", "-5", ProviderStatus.Open)]
    [InlineData("change_request", "0", ProviderStatus.InProgress)]
    [InlineData("change_request", "4", ProviderStatus.Done)]
    [InlineData("sc_task", "2", ProviderStatus.InProgress)]
    [InlineData("u_finding", "7", ProviderStatus.Done)]
    public void The_states_of_the_tables_that_ServiceNow_ships_are_known(string table, string state, ProviderStatus status) =>
        Assert.Equal(status, StatusOf(state, "true", ("table", table)));

    [Fact]
    public void A_target_says_better_what_a_state_means_and_inactive_is_done()
    {
        Assert.Equal(ProviderStatus.InProgress, StatusOf("6", "true", ("status.6", "in_progress")));
        Assert.Equal(ProviderStatus.Done, StatusOf("42", "false"));
        Assert.Equal(ProviderStatus.Open, StatusOf("42", "false", ("status.42", "open")));
    }

    private static ProviderStatus StatusOf(string state, string active, params (string, string)[] given)
    {
        var settings = Read(given, ("access_token", "t"))!;
        return settings.Workflow.StatusOf(state, active, settings.Statuses);
    }

    private static ServiceNowTargetSettings? Read((string Name, string Value)[] settings, params (string Name, string Value)[] credentials)
    {
        var read = ServiceNowTargetSettings.Read(TargetOf(settings), CredentialOf(credentials), out var problems);
        Assert.Empty(problems);
        return read;
    }

    private static ImmutableArray<TargetProblem> ProblemsOf((string Name, string Value)[] settings, params (string Name, string Value)[] credentials)
    {
        Assert.Null(ServiceNowTargetSettings.Read(TargetOf([.. settings, ("assignment_group", SysId)]), CredentialOf(credentials), out var problems));
        return problems;
    }

    private static TicketTarget TargetOf(IEnumerable<(string Name, string Value)> settings) => new()
    {
        Id = "snow",
        ProviderKey = ServiceNowDefaults.Key,
        BaseUrl = new Uri("https://acme.service-now.com"),
        Settings = settings.ToImmutableDictionary(static setting => setting.Name, static setting => setting.Value),
    };

    private static TicketCredential CredentialOf(IEnumerable<(string Name, string Value)> credentials) =>
        new(credentials.Select(static credential => new KeyValuePair<string, string>(credential.Name, credential.Value)));
}
