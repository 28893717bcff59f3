using System.Collections.Immutable;
using TicketExport.Providers.Jira.Internal;

namespace TicketExport.Providers.Jira;

public sealed class JiraTargetRulesTests
{
    [Fact]
    [Trait("Behaviour", "S202")]
    public void Everything_that_a_target_lacks_is_named_at_once()
    {
        var target = Target(new()) with { BaseUrl = null };

        Assert.Null(JiraSettingsReader.Read(target, new TicketCredential([]), out var problems));

        Assert.Equal(["BaseUrl", "Settings:project", "Settings:issue_type", "Credentials:email", "Credentials:api_token"], problems.Select(static problem => problem.Setting));
        Assert.Equal(
            [FailureReason.UnsafeAddress, FailureReason.MappingIncomplete, FailureReason.MappingIncomplete, FailureReason.Configuration, FailureReason.Configuration],
            problems.Select(static problem => problem.Reason));
    }

    [Theory]
    [InlineData("deployment", "server", "Settings:deployment")]
    [InlineData("project", "PROJ AND 1=1", "Settings:project")]
    [InlineData("marker_field", "customfield_x", "Settings:marker_field")]
    [InlineData("marker_field", "summary", "Settings:marker_field")]
    [InlineData("comment_visibility", "secret", "Settings:comment_visibility")]
    [InlineData("status.Parked", "closed", "Settings:status.Parked")]
    [InlineData("network_policy", "everywhere", "Settings:network_policy")]
    [InlineData("api_url", "https://127.0.0.1/", "Settings:api_url")]
    [InlineData("api_url", "https://api.example.test/?x=1", "Settings:api_url")]
    public void A_setting_with_a_value_that_is_not_allowed_is_named(string name, string value, string setting)
    {
        var target = Target(Complete.SetItem(name, value).ToDictionary());

        Assert.Null(JiraSettingsReader.Read(target, Token, out var problems));

        Assert.Equal(setting, Assert.Single(problems).Setting);
    }

    [Fact]
    public void A_site_with_a_query_is_refused()
    {
        var target = Target(Complete.ToDictionary()) with { BaseUrl = new Uri("https://acme.example.test/?next=x") };

        Assert.Null(JiraSettingsReader.Read(target, Token, out var problems));

        Assert.Equal(("BaseUrl", FailureReason.UnsafeAddress), (Assert.Single(problems).Setting, problems[0].Reason));
    }

    [Theory]
    [InlineData("jira", null, "email=a@b.test;api_token=t", "Basic YUBiLnRlc3Q6dA==", "Credentials:api_token")]
    [InlineData("jira", "https://api.example.test/ex/jira/1", "access_token=t", "Bearer t", "Credentials:access_token")]
    [InlineData("jira", "https://api.example.test/ex/jira/1", "email=a@b.test;api_token=t", "Basic YUBiLnRlc3Q6dA==", "Credentials:api_token")]
    [InlineData("jira_data_center", null, "access_token=t", "Bearer t", "Credentials:access_token")]
    [InlineData("jira-data-center", null, "api_token=t", "Bearer t", "Credentials:api_token")]
    [InlineData("jira_data_center", null, "username=u;password=p", "Basic dTpw", "Credentials:password")]
    [InlineData("jira_data_center", null, "email=a@b.test;api_token=t", "Basic YUBiLnRlc3Q6dA==", "Credentials:api_token")]
    public async Task Each_kind_of_credentials_signs_in_its_own_way(string provider, string? api, string credentials, string header, string setting)
    {
        var values = api is null ? Complete : Complete.Add("api_url", api);
        var settings = JiraSettingsReader.Read(Target(values.ToDictionary()) with { ProviderKey = provider }, Parse(credentials), out var problems);

        Assert.Empty(problems);
        using var catcher = new HeaderCatcher();
        await new JiraClient(catcher).MyselfAsync(settings!, CancellationToken.None);
        Assert.Equal(header, catcher.Authorization);
        Assert.Equal(new Uri(new Uri(api is null ? "https://acme.example.test/" : api + "/"), provider.Contains("center", StringComparison.Ordinal) ? "rest/api/2/myself" : "rest/api/3/myself"), catcher.Address);
        Assert.Equal(setting, settings!.Words.CredentialSetting);
        Assert.Equal(provider.Contains("center", StringComparison.Ordinal) ? "2" : "3", settings.Version);
    }

    [Theory]
    [InlineData("jira", "api_token=t", "Credentials:email")]
    [InlineData("jira", "access_token=t", "Settings:api_url")]
    [InlineData("jira", "email=a@b.test;username=u;password=p", "Credentials:api_token")]
    [InlineData("jira", "email=a:b;api_token=t", "Credentials:email")]
    [InlineData("jira_data_center", "username=u", "Credentials:password")]
    [InlineData("jira_data_center", "password=p", "Credentials:username")]
    public void Credentials_that_cannot_work_are_named(string provider, string credentials, string setting)
    {
        Assert.Null(JiraSettingsReader.Read(Target(Complete.ToDictionary()) with { ProviderKey = provider }, Parse(credentials), out var problems));

        Assert.Equal(setting, Assert.Single(problems).Setting);
    }

    [Fact]
    public void The_deployment_wins_over_the_key_of_the_provider()
    {
        var target = Target(Complete.Add("deployment", "cloud").ToDictionary()) with { ProviderKey = "jira_data_center" };

        Assert.Equal(JiraDeployment.Cloud, JiraSettingsReader.Read(target, Token, out _)!.Deployment);
    }

    [Theory]
    [InlineData("https://jira.example.test/jira", "https://jira.example.test/jira/browse/PROJ-1")]
    [InlineData("https://jira.example.test/jira/", "https://jira.example.test/jira/browse/PROJ-1")]
    [InlineData("https://jira.example.test", "https://jira.example.test/browse/PROJ-1")]
    public void A_ticket_address_keeps_the_context_path(string site, string expected)
    {
        var target = Target(Complete.ToDictionary()) with { BaseUrl = new Uri(site) };

        Assert.Equal(expected, JiraSettingsReader.Read(target, Token, out _)!.AddressOf("PROJ-1")!.AbsoluteUri);
    }

    private static ImmutableDictionary<string, string> Complete { get; } =
        new Dictionary<string, string> { ["project"] = "PROJ", ["issue_type"] = "Task" }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    private static TicketCredential Token { get; } = Parse("email=a@b.test;api_token=t");

    private static TicketCredential Parse(string text) => new(text.Split(';').Select(static part => part.Split('=', 2)).Select(static pair => KeyValuePair.Create(pair[0], pair[1])));

    private sealed class HeaderCatcher : HttpMessageHandler, IHttpClientFactory
    {
        public string? Authorization { get; private set; }

        public Uri? Address { get; private set; }

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Authorization = request.Headers.NonValidated["Authorization"].ToString();
            Address = request.RequestUri;
            return Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent([]) });
        }
    }

    private static TicketTarget Target(Dictionary<string, string> settings) => new()
    {
        Id = "acme",
        ProviderKey = "jira",
        BaseUrl = new Uri("https://acme.example.test"),
        Settings = settings.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase),
    };
}
