using System.Collections.Immutable;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TicketExport.Contract;
using TicketExport.Inbound;
using TicketExport.Ledger;
using TicketExport.Links;
using TicketExport.Signing;
using TicketExport.States;

namespace TicketExport.Providers.Inbound;

/// <summary>The way back of the ticket-sync profile through the webhook provider, with a SQLite ledger.</summary>
public sealed class TicketSyncInboundTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Account = "acme";
    private const string Target = "receiver";
    private const string Secret = "a-shared-secret-of-the-tests-0123456789";

    private readonly string _folder = Directory.CreateTempSubdirectory("ticket-export-").FullName;
    private ServiceProvider _services = null!;

    public Task InitializeAsync()
    {
        _services = Start();
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => ((IAsyncDisposable)this).DisposeAsync().AsTask();

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    [Trait("Behaviour", "S240")]
    [Trait("Behaviour", "S242")]
    [Trait("Behaviour", "S245")]
    [Trait("Behaviour", "S249")]
    public async Task A_comment_and_a_status_come_back_into_thread_and_link()
    {
        var exported = await ExportAsync();

        var result = await ReceiveAsync($$"""{"external_id":"{{exported.Ticket!.ProviderTicketId}}","comment":{"external_comment_id":"ext-42","author":"Jane (ext)","body":"Attached the SOC 2 report."},"status":"submitted"}""");

        Assert.Equal((InboundAnswer.Taken, true, true), (result.Answer, result.AppliedComment, result.AppliedStatus));
        Assert.Equal(("submitted", ProviderStatus.InProgress), ((await StoredAsync(exported)).RawStatus, (await StoredAsync(exported)).Status));
    }

    [Fact]
    [Trait("Behaviour", "S244")]
    [Trait("Fault", "F122")]
    [Trait("Fault", "F128")]
    public async Task A_hundred_equal_deliveries_are_applied_once_also_after_a_restart()
    {
        var exported = await ExportAsync();
        var body = $$"""{"external_id":"{{exported.Ticket!.ProviderTicketId}}","status":"closed","delivery_id":"d-1"}""";

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => ReceiveAsync(body))));
        Assert.Single(results, static result => result.Answer == InboundAnswer.Taken);

        await _services.DisposeAsync();
        _services = Start();
        Assert.Equal(InboundAnswer.Repeated, (await ReceiveAsync(body)).Answer);
        Assert.Single((await _services.GetRequiredService<IReceiptLedger>().ListInboundAsync(new TargetKey(Account, Target), new PageRequest(), default)).Items);
        Assert.Equal(ProviderStatus.Done, (await StoredAsync(exported)).Status);
    }

    [Fact]
    public async Task A_target_of_another_profile_takes_nothing()
    {
        await using var services = Start(static target => target.Settings["profile"] = "export");
        Assert.Equal(InboundAnswer.Closed, (await ReceiveAsync("""{"external_id":"1","status":"closed"}""", services)).Answer);
    }

    [Fact]
    public async Task A_misspelt_status_of_the_target_is_named_and_a_good_one_comes_first()
    {
        await using var misspelt = Start(static target => target.Settings["status.closed"] = "finished");
        var named = Assert.Throws<OptionsValidationException>(() => misspelt.GetRequiredService<IOptions<TicketExportOptions>>().Value);
        Assert.Contains("Settings:status.closed", named.Message, StringComparison.Ordinal);

        var exported = await ExportAsync();
        await using var mapped = Start(static target => target.Settings["status.closed"] = "in_progress");
        await ReceiveAsync($$"""{"external_id":"{{exported.Ticket!.ProviderTicketId}}","status":"CLOSED"}""", mapped);
        Assert.Equal(ProviderStatus.InProgress, (await StoredAsync(exported)).Status);
    }

    [Fact]
    [Trait("Behaviour", "S260")]
    public async Task Random_forgeries_never_change_anything()
    {
        var exported = await ExportAsync();
        var random = new Random(20_260_301);
        var body = Encoding.UTF8.GetBytes($$"""{"external_id":"{{exported.Ticket!.ProviderTicketId}}","status":"closed"}""");
        var signature = TicketSyncSignature.Sign(WebhookSecret.FromText(Secret), body);
        for (var i = 0; i < 500; i++)
        {
            var forged = body.ToArray();
            forged[random.Next(forged.Length)] ^= (byte)(1 << random.Next(8));
            Assert.Equal(InboundAnswer.NotAuthentic, (await ReceiveAsync(forged, signature, _services)).Answer);
        }

        Assert.Empty(await _services.GetRequiredService<ISyncLedger>().FindSyncsAsync(Account, [exported.ExportId], default));
    }

    private Task<InboundResult> ReceiveAsync(string body, ServiceProvider? services = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return ReceiveAsync(bytes, TicketSyncSignature.Sign(WebhookSecret.FromText(Secret), bytes), services ?? _services);
    }

    private static Task<InboundResult> ReceiveAsync(byte[] body, string signature, ServiceProvider services) => services.GetRequiredService<ITicketInbound>().ReceiveAsync(new InboundDelivery
    {
        TargetKey = Target,
        Address = new Uri("https://host.example.test/webhooks/ticket-sync/receiver"),
        Headers = ImmutableDictionary<string, string>.Empty.Add("X-Signature", signature),
        Body = body,
    });

    // As a receiver's answer or a person would name it.
    private async Task<ExportRecord> ExportAsync()
    {
        var link = new LinkImport
        {
            Account = new AccountScope { Id = Account },
            Source = new SourceKey(SourceTypes.ReportIssue, "42"),
            SourceFingerprint = "checkout-42",
            TargetId = Target,
            Ticket = new TicketReference { ProviderTicketId = "10001", ExternalIssueId = "TCK-1" },
        };
        var linked = await _services.GetRequiredService<ITicketLinks>().LinkExistingAsync(link, new AuditStamp("kim", "Made by the receiver."));
        return linked.Export!;
    }

    private async Task<TicketSync> StoredAsync(ExportRecord exported) =>
        Assert.Single(await _services.GetRequiredService<ISyncLedger>().FindSyncsAsync(Account, [exported.ExportId], default));

    private ServiceProvider Start(Action<TicketTargetOptions>? configure = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddTicketExport().UseSqlite($"Data Source={Path.Combine(_folder, "ledger.db")}");
        builder.AddWebhook(Target, target =>
        {
            target.Url = "https://receiver.example.test/hooks";
            target.SigningSecret = Secret;
            target.Profile = WebhookProfile.TicketSync;
            target.OwnershipConfirmed = true;
        }).AddTarget(Target, target =>
        {
            target.Account = Account;
            configure?.Invoke(target);
        });
        return services.BuildServiceProvider();
    }
}
