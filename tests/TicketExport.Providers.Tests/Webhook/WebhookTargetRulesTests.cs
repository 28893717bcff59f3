using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TicketExport.Http;
using TicketExport.Testing;

namespace TicketExport.Providers.Webhook;

public sealed class WebhookTargetRulesTests
{
    private const string Secret = "a-secret-of-more-than-twenty-four-bytes";

    [Theory]
    [InlineData("signing_secret")]
    [InlineData("webhook_secret")]
    [InlineData("secret")]
    [Trait("Behaviour", "S357")]
    [Trait("Behaviour", "S358")]
    [Trait("Behaviour", "S359")]
    public async Task Each_of_the_three_names_of_the_secret_is_accepted(string name)
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var export = new TestExport(builder => builder.AddWebhook().AddTarget(TestExport.TargetId, target =>
        {
            target.Provider = WebhookDefaults.N8nKey;
            target.BaseUrl = receiver.Url.AbsoluteUri;
            target.OwnershipConfirmed = true;
            target.Settings[WebhookDefaults.NetworkPolicySetting] = "loopback";
            target.Credentials[name] = receiver.Secret;
        }));

        Assert.Equal(ExportOutcome.Created, (await export.ExportAsync()).Outcome);
    }

    [Fact]
    public async Task The_first_name_that_is_there_wins()
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var export = WebhookDeliveryTests.Host(receiver);
        var request = await export.RequestAsync();
        var credential = new TicketCredential(new Dictionary<string, string>
        {
            ["secret"] = Secret,
            ["webhook_secret"] = Secret,
            ["signing_secret"] = receiver.Secret,
        });

        Assert.IsType<CreateOutcome.Created>(await export.Provider.CreateAsync(request with { Credential = credential }, CancellationToken.None));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("23-bytes-are-too-few-xx")]
    [InlineData("lone-surrogate-?-in-a-long-secret")]
    [Trait("Behaviour", "S356")]
    [Trait("Behaviour", "S362")]
    [Trait("Fault", "F200")]
    public async Task A_target_without_a_usable_secret_is_refused_and_nothing_leaves(string? secret)
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var export = WebhookDeliveryTests.Host(receiver);
        var request = await export.RequestAsync();
        var credential = new TicketCredential(secret is null ? [] : [new("webhook_secret", secret.Replace('?', '\ud800'))]);

        var problem = Assert.Single(((ITargetRules)export.Provider).Check(request.Target, credential));
        var outcome = await export.Provider.CreateAsync(request with { Credential = credential }, CancellationToken.None);

        var setting = $"Credentials:{(secret is null ? "signing_secret" : "webhook_secret")}";
        Assert.Equal((setting, WebhookErrorCodes.SecretMissing), (problem.Setting, problem.ProviderErrorCode));
        Assert.Contains($"Set {setting}", problem.Message, StringComparison.Ordinal);
        Assert.Equal(WebhookErrorCodes.SecretMissing, Assert.IsType<CreateOutcome.Rejected>(outcome).Fault.ProviderErrorCode);
        Assert.Empty(receiver.Deliveries);
        Assert.False(secret is not null && problem.Message.Contains(secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://hooks.example.test/url-canary")]
    [InlineData("https://user:pw@hooks.example.test/url-canary")]
    [InlineData("https://127.0.0.1/url-canary")]
    [InlineData("https://hooks.example.test/url-canary#x")]
    [Trait("Behaviour", "S355")]
    [Trait("Behaviour", "S362")]
    [Trait("Behaviour", "S370")]
    public async Task An_unsafe_address_is_refused_without_being_shown(string? url)
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var export = WebhookDeliveryTests.Host(receiver);
        var request = await export.RequestAsync();
        var target = request.Target with
        {
            BaseUrl = url is null ? null : new Uri(url),
            Settings = request.Target.Settings.Remove(WebhookDefaults.NetworkPolicySetting),
        };

        var problem = Assert.Single(((ITargetRules)export.Provider).Check(target, request.Credential));
        var outcome = await export.Provider.CreateAsync(request with { Target = target }, CancellationToken.None);

        Assert.Equal(("BaseUrl", FailureReason.UnsafeAddress, WebhookErrorCodes.UrlUnsafe), (problem.Setting, problem.Reason, problem.ProviderErrorCode));
        Assert.Contains("Set BaseUrl", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", problem.Message, StringComparison.Ordinal);
        Assert.Equal(WebhookErrorCodes.UrlUnsafe, Assert.IsType<CreateOutcome.Rejected>(outcome).Fault.ProviderErrorCode);
    }

    [Fact]
    [Trait("Behaviour", "S370")]
    public async Task Plain_http_to_a_live_receiver_needs_the_loopback_policy()
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var export = WebhookDeliveryTests.Host(receiver, configure: static options => options.NetworkPolicy = NetworkPolicy.Public);

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => export.CreateAsync());

        Assert.Contains($"TicketExport:Targets:{TestExport.TargetId}:BaseUrl", refused.Message, StringComparison.Ordinal);
        Assert.Empty(receiver.Deliveries);
    }

    [Theory]
    [InlineData("slack_webhook")]
    [InlineData("jira")]
    [InlineData("")]
    [Trait("Behaviour", "S368")]
    public async Task A_key_outside_the_five_is_refused(string key)
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var export = WebhookDeliveryTests.Host(receiver);
        var request = await export.RequestAsync();

        var problem = Assert.Single(((ITargetRules)export.Provider).Check(request.Target with { ProviderKey = key }, request.Credential));

        Assert.Equal("Provider", problem.Setting);
    }

    [Fact]
    public async Task Every_problem_is_named_at_once()
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var export = WebhookDeliveryTests.Host(receiver);
        var request = await export.RequestAsync();
        var target = request.Target with
        {
            ProviderKey = "jira",
            BaseUrl = null,
            Settings = request.Target.Settings
                .SetItem(WebhookDefaults.NetworkPolicySetting, "anywhere")
                .SetItem(WebhookDefaults.HeaderPrefixSetting, "X-"),
        };

        var problems = ((ITargetRules)export.Provider).Check(target, new TicketCredential([]));

        Assert.Equal(
            ["Provider", "Settings:network_policy", "BaseUrl", "Settings:header_prefix", "Credentials:signing_secret"],
            problems.Select(static problem => problem.Setting));
    }
}
