using TicketExport.Ledger;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    private static TargetKey Tracker => new("acme", "tracker");

    [Fact]
    [Trait("Fault", "F68")]
    [Trait("Fault", "F72")]
    public async Task A_new_export_to_a_paused_target_waits_for_the_end_of_the_pause_and_begins_no_attempt()
    {
        var until = await PauseAsync(TimeSpan.FromMinutes(5));

        var waiting = Assert.IsType<ClaimResult.Waiting>(await ClaimAsync(new ExportCase { RecordId = "new" }));

        Assert.Equal((ExportStatus.RetryScheduled, until, 0), (waiting.Holder.Status, waiting.Holder.RetryAt, waiting.Holder.Attempts));
        Assert.Equal(FailureReason.RateLimited, waiting.Holder.Failure!.Reason);
        Assert.NotNull(await Queries.ReadDocumentAsync("acme", waiting.Holder.ExportId, default));
        Assert.Empty(await Queries.ListAttemptsAsync("acme", waiting.Holder.ExportId, default));

        _clock.Advance(TimeSpan.FromMinutes(5));
        var sent = await SendAsync(new ExportCase { RecordId = "new" });
        Assert.Equal((waiting.Holder.ExportId, 1, 1L), (sent.Claim.ExportId, sent.Claim.AttemptNumber, sent.Claim.FencingToken));
        Assert.Null(sent.Export.Failure);
    }

    [Fact]
    public async Task An_export_of_unknown_outcome_waits_for_the_end_of_the_pause_and_stays_unknown()
    {
        await SendAsync(new ExportCase { RecordId = "crashed" });
        _clock.Advance(Lease);
        var until = await PauseAsync(TimeSpan.FromMinutes(5));

        var waiting = Assert.IsType<ClaimResult.Waiting>(await ClaimAsync(new ExportCase { RecordId = "crashed" }));

        Assert.Equal((ExportStatus.DeliveryUnknown, until), (waiting.Holder.Status, waiting.Holder.RetryAt));
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.IsType<ClaimResult.ToReconcile>(await ClaimAsync(new ExportCase { RecordId = "crashed" }));
    }

    [Fact]
    [Trait("Fault", "F67")]
    public async Task What_is_due_of_a_paused_target_is_left_out_and_other_targets_and_accounts_go_on()
    {
        await EnqueueAsync(new ExportCase { RecordId = "same" });
        var target = await EnqueueAsync(new ExportCase { RecordId = "target", Target = "other-tracker" });
        var account = await EnqueueAsync(new ExportCase { RecordId = "account", Account = new() { Id = "other" } });
        await PauseAsync(TimeSpan.FromMinutes(5));

        Assert.Equal([target.Export.ExportId, account.Export.ExportId], await DueAsync());

        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(4, (await DueAsync()).Length);
    }

    [Fact]
    [Trait("Fault", "F68")]
    public async Task A_paused_backlog_does_not_hide_the_other_targets()
    {
        for (var n = 0; n < 50; n++)
        {
            await EnqueueAsync(new ExportCase { RecordId = $"{n}" });
        }

        await PauseAsync(TimeSpan.FromMinutes(5));
        _clock.Advance(TimeSpan.FromSeconds(1));
        var other = await EnqueueAsync(new ExportCase { RecordId = "other", Target = "zz" });

        Assert.Equal([other.Export.ExportId], await DueAsync(limit: 2));
    }

    [Fact]
    public async Task A_shorter_pause_never_ends_a_longer_one()
    {
        var longer = await PauseAsync(TimeSpan.FromMinutes(10), "first");
        await EnqueueAsync(new ExportCase { RecordId = "x", Target = "other-tracker" });
        var claim = (await SendAsync(new ExportCase { RecordId = "second", Target = "other-tracker" })).Claim;
        await RecordAsync(claim, Updates.Retry(Now) with { PauseTargetUntil = Now + TimeSpan.FromMinutes(10) });
        var again = await SendAsync(new ExportCase { RecordId = "third", Account = new() { Id = "third" } });
        await RecordAsync(again.Claim, Updates.Retry(Now) with { PauseTargetUntil = Now + TimeSpan.FromMinutes(1) });

        Assert.Equal(longer, (await Queries.FindCooldownAsync(Tracker, default))!.PausedUntil);
        Assert.Equal(["other-tracker", "tracker"], (await Queries.ListCooldownsAsync("acme", default)).Select(pause => pause.Target.TargetId));
        Assert.Single(await Queries.ListCooldownsAsync("third", default));
    }

    [Fact]
    public async Task Of_two_pauses_by_claims_under_way_the_longer_one_counts()
    {
        var first = await SendAsync(new ExportCase { RecordId = "1" });
        var second = await SendAsync(new ExportCase { RecordId = "2" });
        var until = Now + TimeSpan.FromMinutes(9);
        await RecordAsync(first.Claim, Updates.Retry(until) with { PauseTargetUntil = until });
        await RecordAsync(second.Claim, Updates.Retry(Now) with { PauseTargetUntil = Now + TimeSpan.FromMinutes(1) });

        Assert.Equal(until, (await Queries.FindCooldownAsync(Tracker, default))!.PausedUntil);
    }

    [Fact]
    public async Task A_pause_that_is_over_is_not_listed()
    {
        await PauseAsync(TimeSpan.FromMinutes(5));
        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Null(await Queries.FindCooldownAsync(Tracker, default));
        Assert.Empty(await Queries.ListCooldownsAsync("acme", default));
    }

    [Fact]
    public async Task A_ticket_or_a_live_lease_is_answered_in_spite_of_a_pause()
    {
        var linked = await SendAsync(new ExportCase { RecordId = "linked" });
        await RecordAsync(linked.Claim, Updates.Exported);
        await SendAsync(new ExportCase { RecordId = "held" });
        await PauseAsync(TimeSpan.FromSeconds(10));

        Assert.IsType<ClaimResult.Linked>(await ClaimAsync(new ExportCase { RecordId = "linked" }));
        Assert.IsType<ClaimResult.Held>(await ClaimAsync(new ExportCase { RecordId = "held" }));
    }

    private async Task<DateTimeOffset> PauseAsync(TimeSpan duration, string record = "limited")
    {
        var until = Now + duration;
        var sent = await SendAsync(new ExportCase { RecordId = record });
        await RecordAsync(sent.Claim, Updates.Retry(until) with { PauseTargetUntil = until });
        return until;
    }
}
