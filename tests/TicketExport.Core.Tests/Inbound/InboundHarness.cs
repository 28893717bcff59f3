using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TicketExport.Inbound;
using TicketExport.Ledger;
using TicketExport.Signing;

namespace TicketExport.Core.Tests.Inbound;

/// <summary>Inbound deliveries of the ticket-sync profile: for a mock, whose tickets can be read, and for a tracker that only tells.</summary>
internal sealed class InboundHarness : IAsyncDisposable
{
    public const string Secret = "inbound-secret-of-the-tests-0123456789";
    public const string Told = "told";
    public const string Mock = "mock";

    private readonly ServiceProvider _services;

    public InboundHarness(Action<TicketExportBuilder>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        var builder = services.AddTicketExport()
            .AddMock(Mock)
            .AddProvider<TellingProvider>()
            .AddTarget(Mock, static target => Own(target, TicketExport.Mock.MockDefaults.Key))
            .AddTarget(Told, static target => Own(target, TellingProvider.Key));
        configure?.Invoke(builder);
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public IReceiptLedger Receipts => Service<IReceiptLedger>();

    public TellingProvider Teller => (TellingProvider)_services.GetServices<Providers.ITicketProvider>().Single(static provider => provider.Sheet.Key == TellingProvider.Key);

    public static string Signed(string body, string secret = Secret) => TicketSyncSignature.Sign(WebhookSecret.FromText(secret), Encoding.UTF8.GetBytes(body));

    public static InboundDelivery Delivery(string body, string? signature = null, string target = Told) => new()
    {
        TargetKey = target,
        Address = new Uri("https://host.example.test/webhooks/ticket-sync/told"),
        Headers = ImmutableDictionary<string, string>.Empty.Add("x-signature", signature ?? Signed(body)),
        Body = Encoding.UTF8.GetBytes(body),
    };

    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<ExportResult> CreateAsync(string finding = "1", string target = Told, string account = "acme")
    {
        var created = await Service<ITicketExporter>().ExportAsync(Documents.RequestFor(target, Documents.Finding(finding), account));
        Assert.Equal(ExportOutcome.Created, created.Outcome);
        Time.Advance(TimeSpan.FromSeconds(1));
        return created;
    }

    public Task<InboundResult> ReceiveAsync(string body, string? signature = null, string target = Told) =>
        Service<ITicketInbound>().ReceiveAsync(Delivery(body, signature, target));

    public async Task<TicketSync?> StoredAsync(ExportResult export, string account = "acme") =>
        (await Service<ISyncLedger>().FindSyncsAsync(account, [export.ExportId!], default)).SingleOrDefault();

    public async Task<ImmutableArray<InboundRecord>> RecordsAsync(string target = Told, string account = "acme") =>
        (await Receipts.ListInboundAsync(new TargetKey(account, target), new PageRequest(), default)).Items;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static void Own(TicketTargetOptions target, string provider)
    {
        target.Provider = provider;
        target.Account = "acme";
        target.OwnershipConfirmed = true;
        target.Credentials["webhook_secret"] = Secret;
    }
}
