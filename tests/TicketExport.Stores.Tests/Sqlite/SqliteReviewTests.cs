using Microsoft.Extensions.DependencyInjection;
using TicketExport.Contract;
using TicketExport.Ledger;
using TicketExport.Review;
using TicketExport.States;
using TicketExport.Testing;
using TicketExport.Worker;

namespace TicketExport.Stores.Tests.Sqlite;

public sealed class SqliteReviewTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Behaviour", "S4")]
    [Trait("Behaviour", "S61")]
    [Trait("Behaviour", "S80")]
    public async Task What_one_process_tried_is_reviewed_and_approved_by_the_next()
    {
        await using var tracker = await FakeTracker.StartAsync();
        tracker.RejectNext(422, "invalid");
        await using (var first = Open(tracker))
        {
            Assert.Equal(ExportOutcome.Failed, (await first.GetRequiredService<ITicketExporter>().ExportAsync(RequestFor("Broken"))).Outcome);
        }

        await using var second = Open(tracker);
        var reviews = second.GetRequiredService<ITicketReviews>();
        var review = await reviews.ReviewAsync(new ReviewRequest { Export = RequestFor("Repaired") });
        var approval = await reviews.ApproveAsync(new ApprovalRequest { Export = RequestFor("Repaired"), By = new AuditStamp("kim", "The title is right now.") });
        await second.GetRequiredService<ITicketExportDispatcher>().RunOnceAsync(10);
        var sent = await reviews.ReviewAsync(new ReviewRequest { Export = RequestFor("Repaired") });

        var attempt = Assert.Single(Assert.Single(review.Exports).Attempts);
        Assert.Equal((AttemptVerdict.DeliveryFailure, 422, ReviewDecision.Retry), (attempt.Verdict, attempt.ProviderResponseCode!.Value, review.Decision));
        Assert.Equal((ApprovalOutcome.Approved, attempt.IdempotencyKey), (approval.Outcome, approval.Export!.IdempotencyKey!.Value));
        Assert.Equal((ReviewVerdict.Stop, StatusSyncStatus.Fresh, 2), (sent.Verdict, sent.Reference!.StatusSyncStatus, Assert.Single(sent.Exports).Attempts.Length));
        Assert.Equal("Repaired", Assert.Single(tracker.Tickets).Title);
        var audit = await second.GetRequiredService<IExportLedgerQueries>().ListAuditAsync(new AuditFilter { AccountId = "acme" }, new PageRequest(), default);
        Assert.Equal((AuditAction.Approved, "kim"), (Assert.Single(audit.Items).Action, audit.Items[0].By.Actor));
    }

    private ServiceProvider Open(FakeTracker tracker)
    {
        var services = new ServiceCollection();
        services.AddTicketExport().AddFakeTracker("tracker", tracker).UseSqlite($"Data Source={_folder.File("ledger.db")}");
        return services.BuildServiceProvider();
    }

    private static ExportRequest RequestFor(string title) => new()
    {
        Account = new AccountScope { Id = "acme" },
        TargetId = "tracker",
        Document = new TicketExportDocument
        {
            Source = new TicketSource
            {
                Type = SourceTypes.ReportIssue,
                RecordId = "7",
                IssueId = "7",
                Title = "Finding",
                Severity = TicketSeverity.High,
                Category = "security",
                Status = "open",
                Fingerprint = "finding-7",
            },
            Title = title,
            Summary = "It is broken.",
            Priority = TicketPriority.High,
        },
    };
}
