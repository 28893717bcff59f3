// Consumes the packed packages the way a host does. Argument: a folder for the ledger and the files. Exit code 0 when all held.
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TicketExport;
using TicketExport.Contract;
using TicketExport.Http;
using TicketExport.Identity;
using TicketExport.Ledger;
using TicketExport.Portable;
using TicketExport.Webhooks.Receiver;

const string Secret = "placeholder-secret-of-32-characters";

var folder = Path.GetFullPath(args is [var given] ? given : "consumer-run");
Directory.CreateDirectory(folder);

// The other side of a webhook, on loopback: options from configuration, memory in a file.
var delivered = 0;
var web = WebApplication.CreateSlimBuilder();
web.Logging.ClearProviders();
web.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
web.Configuration.AddInMemoryCollection([new("Receiver:Secrets:0", Secret), new("Receiver:MaxBodyBytes", "65536")]);
web.Services.AddTicketExportReceiver(web.Configuration.GetSection("Receiver"))
    .UseSqlite($"Data Source={Path.Combine(folder, "receiver.db")}");
await using var receiver = web.Build();
receiver.MapTicketExportReceiver("/tickets", (delivery, _) =>
    Task.FromResult(DeliveryAnswer.Accepted($"{Interlocked.Increment(ref delivered)}", delivery.Envelope.TicketExport.Source.RecordId)));
await receiver.StartAsync();

var services = new ServiceCollection();
services.AddTicketExport()
    .AddMock()
    .AddWebhook("hooks", o =>
    {
        o.Url = new Uri(new Uri(receiver.Urls.First()), "tickets").AbsoluteUri;
        o.SigningSecret = Secret;
        o.NetworkPolicy = NetworkPolicy.Loopback;
        o.OwnershipConfirmed = true;
    })
    .AddPortable(o => o.Folder = folder)
    .UseSqlite($"Data Source={Path.Combine(folder, "ledger.db")}");

await using var provider = services.BuildServiceProvider();
var exporter = provider.GetRequiredService<ITicketExporter>();
var request = new ExportRequest
{
    Account = new AccountScope { Id = "acme" },
    TargetId = "mock",
    Document = Of("42"),
};

var first = await exporter.ExportAsync(request);
var second = await exporter.ExportAsync(request);
var hooked = await exporter.ExportAsync(request with { TargetId = "hooks", Document = Of("43") });
var stored = await provider.GetRequiredService<IExportLedgerQueries>().FindExportAsync("acme", first.ExportId!, default);
var file = await provider.GetRequiredService<IPortableExporter>().WriteFileAsync(
    PortableFormat.Csv,
    "findings",
    One(new PortableTicket
    {
        Account = request.Account,
        Document = request.Document,
        DuplicateFingerprint = first.Fingerprint!.Value,
        IdempotencyKey = first.IdempotencyKey!.Value,
        ExportStatus = first.Status,
    }),
    default);

Console.WriteLine($"first: {first.Outcome} {first.Ticket?.ExternalIssueId}, second: {second.Outcome}, webhook: {hooked.Outcome} {hooked.Ticket?.ProviderTicketId} {hooked.Failure?.Message}, stored: {stored?.Status}, file: {file.TicketCount} ticket");
var held = first.Outcome is ExportOutcome.Created
    && second.Outcome is ExportOutcome.AlreadyExported
    && hooked is { Outcome: ExportOutcome.Created, Ticket: { ProviderTicketId: "1", ExternalIssueId: "43" } }
    && delivered == 1
    && stored?.Status is ExportStatus.Exported
    && file.TicketCount == 1
    && DuplicateFingerprint.TryParse(first.Fingerprint.ToString(), out _);
Console.WriteLine(held ? "ok" : "FAILED");
return held ? 0 : 1;

static TicketExportDocument Of(string record) => new()
{
    Source = new TicketSource
    {
        Type = SourceTypes.ReportIssue,
        RecordId = record,
        IssueId = record,
        Title = "Checkout form drops validation state",
        Severity = TicketSeverity.High,
        Category = "checkout_forms",
        Status = "open",
        Fingerprint = $"checkout-{record}",
    },
    Title = "Fix checkout validation state",
    Summary = "The checkout form drops its validation state after a failed payment.",
    Priority = TicketPriority.High,
};

static async IAsyncEnumerable<PortableTicket> One(PortableTicket ticket)
{
    yield return ticket;
    await Task.CompletedTask;
}
