using Microsoft.Extensions.DependencyInjection;
using TicketExport.Core.Tests.Policies;
using TicketExport.Ledger;
using TicketExport.States;
using TicketExport.Sync;
using TicketExport.Testing;

namespace TicketExport.Core.Tests.Sync;

public sealed class TicketChangesTests
{
    private static readonly AuditStamp ByKim = new("kim", "The evidence was accepted.");

    [Fact]
    [Trait("Behaviour", "S46")]
    public async Task A_ticket_is_closed_read_again_and_audited_and_the_finding_stays_as_it_is()
    {
        await using var host = await TrackerHarness.StartAsync();
        var created = await host.CreateAsync();

        var closed = await CloseAsync(host, created);

        Assert.Equal((CloseOutcome.Closed, null), (closed.Outcome, closed.Failure));
        Assert.Equal((ProviderStatus.Done, SyncState.Synced), (closed.Sync!.Status, closed.Sync.SyncState));
        Assert.Equal(FakeTrackerStatuses.Closed, host.Ticket.Status);
        var row = Assert.Single(await host.AuditAsync());
        Assert.Equal((AuditAction.AskedToClose, ByKim, created.ExportId), (row.Action, row.By, row.ExportId));
        var export = (await host.Queries.FindExportAsync("acme", created.ExportId!, default))!;
        Assert.Equal((LinkState.Live, ExportStatus.Exported), (export.Link, export.Status));
        Assert.Equal(CloseOutcome.Closed, (await CloseAsync(host, created)).Outcome);
    }

    [Fact]
    public async Task A_refusal_is_told_and_a_lost_answer_stays_in_doubt_until_the_lease_is_over()
    {
        await using var host = await TrackerHarness.StartAsync();
        var created = await host.CreateAsync();
        host.Tracker.RejectNext(422, "workflow", FakeTrackerCallKind.Close);

        var refused = await CloseAsync(host, created);
        Assert.Equal((CloseOutcome.Refused, SyncState.Error, "write"), (refused.Outcome, refused.Sync!.SyncState, refused.Failure!.SubCode));

        host.Tracker.LoseNextReply(FakeTrackerCallKind.Close);
        var doubt = await CloseAsync(host, created);
        Assert.Equal((CloseOutcome.InDoubt, SyncState.Pending), (doubt.Outcome, doubt.Sync!.SyncState));
        var busy = await CloseAsync(host, created);
        Assert.Equal((CloseOutcome.Busy, doubt.RetryAt), (busy.Outcome, busy.RetryAt));

        host.Time.Advance(doubt.RetryAt!.Value - host.Time.GetUtcNow());
        var closed = await CloseAsync(host, created);
        Assert.Equal((CloseOutcome.Closed, SyncState.Synced), (closed.Outcome, closed.Sync!.SyncState));
    }

    [Fact]
    [Trait("Behaviour", "S57")]
    public async Task A_deleted_ticket_is_missing_and_its_link_guards_on()
    {
        await using var host = await TrackerHarness.StartAsync();
        var created = await host.CreateAsync();
        host.Tracker.DeleteTicket("TCK-1");

        var missing = await CloseAsync(host, created);

        Assert.Equal((CloseOutcome.Missing, NextStep.Relink), (missing.Outcome, missing.Failure!.NextStep));
        Assert.True(missing.Sync!.IsMissing);
        Assert.Equal(LinkState.Broken, (await host.Queries.FindExportAsync("acme", created.ExportId!, default))!.Link);
        Assert.Equal(1, host.Tracker.CreateCalls);
    }

    [Fact]
    [Trait("Behaviour", "S55")]
    public async Task A_paused_target_is_not_called()
    {
        await using var host = await TrackerHarness.StartAsync();
        var created = await host.CreateAsync();
        host.Tracker.RateLimitNext(TimeSpan.FromMinutes(5), FakeTrackerCallKind.Close);

        var limited = await CloseAsync(host, created);
        var waiting = await CloseAsync(host, created);

        Assert.Equal((CloseOutcome.Busy, CloseOutcome.Busy), (limited.Outcome, waiting.Outcome));
        Assert.NotNull(waiting.RetryAt);
        Assert.Equal(1, host.Calls(FakeTrackerCallKind.Close));
    }

    [Fact]
    public async Task What_is_not_there_or_cannot_be_closed_calls_nothing()
    {
        await using var host = await TrackerHarness.StartAsync(configure: static builder => builder.AddProvider<Inbound.TellingProvider>().AddTarget("told", static target =>
        {
            target.Provider = Inbound.TellingProvider.Key;
            target.OwnershipConfirmed = true;
        }));
        var told = await host.Exporter.ExportAsync(Documents.RequestFor("told"));
        var created = await host.ExportAsync(Documents.Finding("2"));

        Assert.Equal(CloseOutcome.NotSupported, (await CloseAsync(host, told)).Outcome);
        Assert.Equal(CloseOutcome.NotFound, (await host.Service<ITicketChanges>().CloseAsync("other", created.ExportId!, ByKim)).Outcome);
        await host.Service<TicketExport.Links.ITicketLinks>().UnlinkAsync("acme", created.ExportId!, ByKim);
        Assert.Equal(CloseOutcome.NotLinked, (await CloseAsync(host, created)).Outcome);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => host.Service<ITicketChanges>().CloseAsync("acme", created.ExportId!, new AuditStamp("", "x")));
        Assert.Equal(0, host.Calls(FakeTrackerCallKind.Close));
    }

    private static Task<CloseResult> CloseAsync(TrackerHarness host, ExportResult export) =>
        host.Service<ITicketChanges>().CloseAsync("acme", export.ExportId!, ByKim);
}
