using Microsoft.Extensions.DependencyInjection;
using TicketExport.Core.Tests.Pipeline;
using TicketExport.Ledger;
using TicketExport.Links;
using TicketExport.Providers;
using TicketExport.Sweep;

namespace TicketExport.Core.Tests.Sweep;

public sealed class TicketSweepTests
{
    [Fact]
    [Trait("Fault", "F16")]
    [Trait("Fault", "F78")]
    public async Task A_marker_that_two_tickets_carry_is_reported_with_the_linked_one_as_kept()
    {
        await using var harness = new ExporterHarness();
        await ExportAsync(harness, "a", "b");
        harness.Provider
            .OnFind(Found("2"))
            .OnFind(Found("0", "1", "3", "4"));

        var report = await SweepAsync(harness, new() { AccountId = "acme", TargetId = "board" });

        Assert.Equal((2, null, null), (report.LookedUp, report.NextCursor, report.Failure));
        var doubled = Assert.Single(report.Doubled);
        Assert.Equal(("a", "1"), (doubled.Source.Id, doubled.Kept.ProviderTicketId));
        Assert.Equal([("0", false, false), ("3", true, false), ("4", true, false)], Others(doubled));
        Assert.Empty(harness.Provider.Closes);
    }

    [Fact]
    public async Task Only_younger_tickets_are_closed_and_only_when_asked()
    {
        await using var harness = new ExporterHarness();
        await ExportAsync(harness, "a");
        harness.Provider.OnFind(Found("0", "1", "3", "stuck"));

        var report = await SweepAsync(harness, new() { AccountId = "acme", TargetId = "board", ClosesYounger = true });

        Assert.Equal([("0", false, false), ("3", true, true), ("stuck", true, false)], Others(Assert.Single(report.Doubled)));
        Assert.Equal(["3", "stuck"], harness.Provider.Closes.Select(static close => close.Ticket.ProviderTicketId));
    }

    [Fact]
    public async Task Where_the_tracker_does_not_show_the_linked_ticket_the_oldest_is_kept()
    {
        await using var harness = new ExporterHarness();
        await ExportAsync(harness, "a");
        harness.Provider.OnFind(Found("7", "8", "7"));

        var doubled = Assert.Single((await SweepAsync(harness, new() { AccountId = "acme", TargetId = "board" })).Doubled);

        Assert.Equal("7", doubled.Kept.ProviderTicketId);
        Assert.Equal([("8", true, false)], Others(doubled));
    }

    [Fact]
    public async Task A_sweep_is_bounded_and_goes_on_where_it_stopped()
    {
        await using var harness = new ExporterHarness();
        await ExportAsync(harness, "a", "b", "c");
        harness.Provider.OnFind(Found("3")).OnFind(Found("2")).OnFind(Found("1"));

        var first = await SweepAsync(harness, new() { AccountId = "acme", TargetId = "board", MaxExports = 2 });
        var second = await SweepAsync(harness, new() { AccountId = "acme", TargetId = "board", MaxExports = 2, Cursor = first.NextCursor });

        Assert.Equal((2, 1, null), (first.LookedUp, second.LookedUp, second.NextCursor));
        Assert.Equal(["c", "b", "a"], await OrderAsync(harness));
    }

    [Fact]
    public async Task A_tracker_that_refuses_stops_the_sweep_and_the_next_call_leaves_nothing_out()
    {
        await using var harness = new ExporterHarness();
        await ExportAsync(harness, "a", "b");
        var until = harness.Time.GetUtcNow().AddMinutes(1);
        harness.Provider.OnFind(Found("2", "9")).OnFind(new FindOutcome.Failed(ScriptedProvider.Fault(FailureReason.RateLimited), until));

        var report = await SweepAsync(harness, new() { AccountId = "acme", TargetId = "board" });

        Assert.Equal((1, until, FailureReason.RateLimited, null), (report.LookedUp, report.RetryAt, report.Failure!.Reason, report.NextCursor));
        Assert.Single(report.Doubled);
    }

    [Fact]
    public async Task A_paused_target_is_not_asked()
    {
        await using var harness = new ExporterHarness();
        await ExportAsync(harness, "a");
        var until = harness.Time.GetUtcNow().AddMinutes(1);
        harness.Provider.OnCreate(new CreateOutcome.RateLimited(ScriptedProvider.Fault(FailureReason.RateLimited), until));
        await ExportAsync(harness, "b");

        var report = await SweepAsync(harness, new() { AccountId = "acme", TargetId = "board" });

        Assert.Equal((0, until), (report.LookedUp, report.RetryAt));
        Assert.Empty(harness.Provider.Finds);
    }

    [Fact]
    public async Task What_is_unlinked_or_never_got_a_ticket_is_not_looked_up()
    {
        await using var harness = new ExporterHarness();
        var unlinked = await harness.ExportAsync();
        await harness.Service<ITicketLinks>().UnlinkAsync("acme", unlinked.ExportId!, new AuditStamp("kim", "Wrong board."));
        harness.Provider.OnCreate(new CreateOutcome.Rejected(ScriptedProvider.Fault(FailureReason.Validation)));
        await ExportAsync(harness, "failed");

        Assert.Equal(0, (await SweepAsync(harness, new() { AccountId = "acme", TargetId = "board" })).LookedUp);
    }

    [Theory]
    [InlineData(GuaranteeClass.NativeIdempotency)]
    [InlineData(GuaranteeClass.NoLookup)]
    public async Task A_provider_without_a_look_up_and_an_unknown_target_are_told_as_such(GuaranteeClass guarantee)
    {
        await using var harness = new ExporterHarness();
        harness.Provider.Sheet = harness.Provider.Sheet with { Guarantee = guarantee };
        await ExportAsync(harness, "a");

        var report = await SweepAsync(harness, new() { AccountId = "acme", TargetId = "board" });
        var missing = await SweepAsync(harness, new() { AccountId = "acme", TargetId = "nowhere" });

        Assert.Contains("no look-up", report.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(ExportCodes.ProviderNotConfigured, missing.Failure!.Code);
        Assert.Empty(harness.Provider.Finds);
    }

    private static Task<SweepReport> SweepAsync(ExporterHarness harness, SweepRequest request) =>
        harness.Service<ITicketSweep>().SweepAsync(request);

    private static async Task ExportAsync(ExporterHarness harness, params string[] ids)
    {
        foreach (var id in ids)
        {
            harness.Time.Advance(TimeSpan.FromSeconds(1));
            await harness.ExportAsync(document: Documents.Finding(id));
        }
    }

    private static async Task<string[]> OrderAsync(ExporterHarness harness)
    {
        var ids = new List<string>();
        foreach (var find in harness.Provider.Finds)
        {
            var export = (await harness.Queries.ListAsync(new ExportFilter { AccountId = "acme" }, new PageRequest(), default)).Items
                .Single(export => export.IdempotencyKey == find.Keys.IdempotencyKey);
            ids.Add(export.Source.Id);
        }

        return [.. ids];
    }

    private static FindOutcome.Found Found(params string[] ids) => new([.. ids.Select(ScriptedProvider.Ticket)]);

    private static (string Id, bool IsYounger, bool IsClosed)[] Others(DoubledMarker doubled) =>
        [.. doubled.Others.Select(static other => (other.Ticket.ProviderTicketId, other.IsYounger, other.IsClosed))];
}
