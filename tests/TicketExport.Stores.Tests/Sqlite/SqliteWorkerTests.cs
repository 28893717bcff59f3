using Microsoft.Extensions.DependencyInjection;
using TicketExport.Contract;
using TicketExport.Ledger;
using TicketExport.Worker;

namespace TicketExport.Stores.Tests.Sqlite;

public sealed class SqliteWorkerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_one_process_enqueued_is_sent_once_by_dispatchers_of_two_others()
    {
        await using (var first = Open())
        {
            for (var i = 1; i <= 200; i++)
            {
                await first.GetRequiredService<ITicketExporter>().EnqueueAsync(RequestFor(i));
            }
        }

        await using var one = Open();
        await using var two = Open();
        var reports = await Task.WhenAll(
            Task.Run(() => one.GetRequiredService<ITicketExportDispatcher>().RunOnceAsync(1_000)),
            Task.Run(() => two.GetRequiredService<ITicketExportDispatcher>().RunOnceAsync(1_000)));

        Assert.Equal(200, reports.Sum(static report => report.Created));
        var stored = await one.GetRequiredService<IExportLedgerQueries>().ListBySourceAsync("acme", new SourceKey("report_issue", "7"), default);
        Assert.Equal((ExportStatus.Exported, 1), (Assert.Single(stored).Status, stored[0].Attempts));
        Assert.Equal(0, (await two.GetRequiredService<ITicketExportDispatcher>().RunOnceAsync(1_000)).Taken);
    }

    private ServiceProvider Open()
    {
        var services = new ServiceCollection();
        services.AddTicketExport().AddMock().UseSqlite($"Data Source={_folder.File("ledger.db")}");
        return services.BuildServiceProvider();
    }

    private static ExportRequest RequestFor(int number) => new()
    {
        Account = new AccountScope { Id = "acme" },
        TargetId = "mock",
        Document = new TicketExportDocument
        {
            Source = new TicketSource
            {
                Type = SourceTypes.ReportIssue,
                RecordId = $"{number}",
                IssueId = $"{number}",
                ReportId = "12",
                Title = "Finding",
                Severity = TicketSeverity.High,
                Category = "security",
                Status = "open",
                Fingerprint = $"finding-{number}",
            },
            Title = "Fix the finding",
            Summary = "It is broken.",
            Priority = TicketPriority.High,
        },
    };
}
