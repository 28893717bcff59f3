// Consumes the packed packages the way a host does. Argument: a folder for the ledger and the files. Exit code 0 when all held.
using Microsoft.Extensions.DependencyInjection;
using TicketExport;
using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Ledger;
using TicketExport.Portable;

var folder = Path.GetFullPath(args is [var given] ? given : "consumer-run");
Directory.CreateDirectory(folder);

var services = new ServiceCollection();
services.AddTicketExport()
    .AddMock()
    .AddWebhook("hooks", o =>
    {
        o.Url = "https://hooks.example.test/tickets";
        o.SigningSecret = "placeholder-secret-of-32-characters";
    })
    .AddPortable(o => o.Folder = folder)
    .UseSqlite($"Data Source={Path.Combine(folder, "ledger.db")}");

await using var provider = services.BuildServiceProvider();
var exporter = provider.GetRequiredService<ITicketExporter>();
var request = new ExportRequest
{
    Account = new AccountScope { Id = "acme" },
    TargetId = "mock",
    Document = new TicketExportDocument
    {
        Source = new TicketSource
        {
            Type = SourceTypes.ReportIssue,
            RecordId = "42",
            IssueId = "42",
            Title = "Checkout form drops validation state",
            Severity = TicketSeverity.High,
            Category = "checkout_forms",
            Status = "open",
            Fingerprint = "checkout-42",
        },
        Title = "Fix checkout validation state",
        Summary = "The checkout form drops its validation state after a failed payment.",
        Priority = TicketPriority.High,
    },
};

var first = await exporter.ExportAsync(request);
var second = await exporter.ExportAsync(request);
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

Console.WriteLine($"first: {first.Outcome} {first.Ticket?.ExternalIssueId}, second: {second.Outcome}, stored: {stored?.Status}, file: {file.TicketCount} ticket");
var held = first.Outcome is ExportOutcome.Created
    && second.Outcome is ExportOutcome.AlreadyExported
    && stored?.Status is ExportStatus.Exported
    && file.TicketCount == 1
    && DuplicateFingerprint.TryParse(first.Fingerprint.ToString(), out _);
Console.WriteLine(held ? "ok" : "FAILED");
return held ? 0 : 1;

static async IAsyncEnumerable<PortableTicket> One(PortableTicket ticket)
{
    yield return ticket;
    await Task.CompletedTask;
}
