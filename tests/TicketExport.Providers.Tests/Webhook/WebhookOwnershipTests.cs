using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Ledger;
using TicketExport.Targets;
using TicketExport.Testing;

namespace TicketExport.Providers.Webhook;

public sealed class WebhookOwnershipTests
{
    private static readonly AuditStamp By = new("ann", "It is our own receiver.");

    [Fact]
    [Trait("Behaviour", "S79")]
    [Trait("Behaviour", "S116")]
    [Trait("Behaviour", "S118")]
    public async Task Another_path_is_another_webhook_and_needs_a_confirmation_of_its_own()
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var services = Services(receiver.Secret);
        var targets = services.GetRequiredService<ITicketTargets>();
        var exporter = services.GetRequiredService<ITicketExporter>();
        var store = services.GetRequiredService<Store>();
        store.Url = receiver.Url;
        await targets.ConfirmOwnershipAsync(TestExport.Account.Id, TestExport.TargetId, By);
        var confirmed = (await targets.FindOwnershipAsync(TestExport.Account.Id, TestExport.TargetId))!;

        store.Url = new Uri(receiver.Url, "/somebody-elses-secret-path");
        var blocked = await exporter.ExportAsync(Request());
        var moved = (await targets.FindOwnershipAsync(TestExport.Account.Id, TestExport.TargetId))!;

        Assert.Equal((ExportOutcome.Blocked, FailureReason.OwnershipUnconfirmed), (blocked.Outcome, blocked.Failure!.Reason));
        Assert.Empty(receiver.Deliveries);
        Assert.Equal((true, false, true), (confirmed.IsConfirmed, moved.IsConfirmed, moved.IsVoid));
        Assert.Equal(confirmed.Origin, moved.Origin);
        Assert.DoesNotContain("secret-path", $"{moved} {blocked.Failure.Message}", StringComparison.Ordinal);
        store.Url = receiver.Url;
        Assert.Equal(ExportOutcome.Created, (await exporter.ExportAsync(Request())).Outcome);
    }

    private static ExportRequest Request() => new() { Account = TestExport.Account, TargetId = TestExport.TargetId, Document = TestExport.Document() };

    private static ServiceProvider Services(string secret)
    {
        var services = new ServiceCollection();
        services.AddSingleton<Store>();
        services.AddSingleton<ITicketTargetSource>(static provider => provider.GetRequiredService<Store>());
        services.AddSingleton<ITicketCredentialSource>(new Vault(secret));
        services.AddTicketExport(static options => options.DeploymentMode = DeploymentMode.WebhookOnly).AddWebhook();
        return services.BuildServiceProvider();
    }

    private sealed class Store : ITicketTargetSource
    {
        public Uri? Url { get; set; }

        public Task<TicketTarget?> FindAsync(string accountId, string targetId, CancellationToken cancellationToken) => Task.FromResult<TicketTarget?>(new()
        {
            Id = targetId,
            ProviderKey = WebhookDefaults.ZapierKey,
            BaseUrl = Url,
            Settings = ImmutableDictionary<string, string>.Empty.Add(WebhookDefaults.NetworkPolicySetting, "loopback"),
        });
    }

    private sealed class Vault(string secret) : ITicketCredentialSource
    {
        public Task<TicketCredential?> GetAsync(string accountId, TicketTarget target, CancellationToken cancellationToken) =>
            Task.FromResult<TicketCredential?>(new TicketCredential([new("signing_secret", secret)]));
    }
}
