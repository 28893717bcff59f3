using Microsoft.Extensions.DependencyInjection;
using TicketExport.Contract;
using TicketExport.Http;
using TicketExport.Providers;
using TicketExport.Providers.Webhook;
using TicketExport.Signing;

namespace TicketExport.Webhooks.Receiver.Tests;

/// <summary>A host with one webhook target at a receiver on loopback.</summary>
internal sealed class SenderHost : IAsyncDisposable
{
    public const string Target = "hook";

    private readonly ServiceProvider _services;

    public SenderHost(Kit kit, Uri address, WebhookProfile profile, Action<WebhookTargetOptions>? configure = null, string? formerSecret = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(kit.Time);
        services.AddTicketExport()
            .AddWebhook(Target, target =>
            {
                target.OwnershipConfirmed = true;
                target.Url = address.AbsoluteUri;
                target.Profile = profile;
                target.SigningSecret = profile == WebhookProfile.StandardWebhooks ? Delivery.StandardSecret : Delivery.Secret;
                target.NetworkPolicy = NetworkPolicy.Loopback;
                configure?.Invoke(target);
            })
            .AddTarget(Target, target =>
            {
                if (formerSecret is not null)
                {
                    target.Credentials["previous_signing_secret"] = formerSecret;
                }
            });
        _services = services.BuildServiceProvider();
    }

    public static AccountScope Account { get; } = new() { Id = "456", ProjectId = "789" };

    public ITicketProvider Provider => _services.GetServices<ITicketProvider>().Single();

    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<ExportResult> ExportAsync(string recordId = "42") => _services.GetRequiredService<ITicketExporter>().ExportAsync(
        new ExportRequest { Account = Account, TargetId = Target, Document = Delivery.Document("Fix checkout", recordId) });

    public Task<WebhookReadinessReport> CheckAsync(TicketExportDocument? sample = null) =>
        _services.GetRequiredService<IWebhookReadiness>().CheckAsync(Account, Target, sample);

    public async Task<ChangeOutcome> CloseAsync(TicketReference ticket, string? account = null)
    {
        var (target, credential) = await FindAsync();
        return await ((ICloseProvider)Provider).CloseAsync(
            new CloseTicketRequest { Account = Scope(account), Target = target, Credential = credential, Ticket = ticket },
            CancellationToken.None);
    }

    public async Task<CommentOutcome> CommentAsync(TicketReference ticket, string id, string text, string? account = null)
    {
        var (target, credential) = await FindAsync();
        return await ((ICommentProvider)Provider).AddCommentAsync(
            new AddCommentRequest { Account = Scope(account), Target = target, Credential = credential, Ticket = ticket, CommentId = id, Text = text },
            CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static AccountScope Scope(string? account) => account is null ? Account : Account with { Id = account };

    private async Task<(TicketTarget Target, TicketCredential Credential)> FindAsync()
    {
        var target = (await _services.GetRequiredService<ITicketTargetSource>().FindAsync(Account.Id, Target, CancellationToken.None))!;
        return (target, (await _services.GetRequiredService<ITicketCredentialSource>().GetAsync(Account.Id, target, CancellationToken.None))!);
    }
}
