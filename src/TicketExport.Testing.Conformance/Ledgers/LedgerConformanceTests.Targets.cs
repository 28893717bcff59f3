using TicketExport.Ledger;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(5);

    [Fact]
    public async Task A_target_that_was_never_used_is_enabled_and_has_no_rows()
    {
        Assert.Equal(new TargetState(Tracker), await Targets.FindTargetStateAsync(Tracker, default));
        Assert.Empty(await SwitchesAsync());
    }

    [Fact]
    [Trait("Fault", "F39")]
    public async Task A_place_that_is_gone_disables_its_target_with_the_failure_and_no_other_target()
    {
        var sent = await SendAsync(new ExportCase { RecordId = "gone" });
        await RecordAsync(sent.Claim, Updates.Failed with { TargetSignal = TargetSignal.Gone });

        var state = await Targets.FindTargetStateAsync(Tracker, default);

        Assert.True(state.IsDisabled);
        Assert.Equal((TargetSwitchCause.PlaceGone, Now, TargetSwitch.ProviderActor), (state.Newest!.Cause, state.Newest.At, state.Newest.By.Actor));
        Assert.Contains("HTTP 429", state.Newest.By.Reason, StringComparison.Ordinal);
        Assert.Equal((Updates.Failure.Code, Updates.Failure.Message, Updates.Failure.ProviderErrorCode), (state.Newest.Failure!.Code, state.Newest.Failure.Message, state.Newest.Failure.ProviderErrorCode));
        Assert.Single(await SwitchesAsync());
        await SendAsync(new ExportCase { RecordId = "other", Target = "other-tracker" });
        await SendAsync(new ExportCase { RecordId = "other", Account = new() { Id = "other" } });
    }

    [Fact]
    [Trait("Fault", "F39")]
    public async Task A_new_export_to_a_disabled_target_is_blocked_with_the_reason_and_sent_once_it_is_enabled()
    {
        await DisableAsync();

        var stopped = Assert.IsType<ClaimResult.Disabled>(await ClaimAsync(new ExportCase { RecordId = "new" }));
        var again = Assert.IsType<ClaimResult.Disabled>(await ClaimAsync(new ExportCase { RecordId = "new" }));

        var export = (await Queries.FindExportAsync("acme", stopped.Export!.ExportId, default))!;
        Assert.Equal((ExportStatus.Blocked, null, 1), (export.Status, export.RetryAt, export.Attempts));
        Assert.Equal((ExportCodes.ProviderUnavailable, NextStep.FixSettings), (export.Failure!.Code, export.Failure.NextStep));
        Assert.Contains(Updates.By.Reason, export.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("EnableAsync", export.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(export.ExportId, again.Export!.ExportId);
        Assert.Equal(AttemptState.Blocked, Assert.Single(await Queries.ListAttemptsAsync("acme", export.ExportId, default)).State);
        Assert.NotNull(await Queries.ReadDocumentAsync("acme", export.ExportId, default));
        Assert.Equal(export.ExportId, (await Ledger.FindGuardAsync("acme", new ExportCase { RecordId = "new" }.Keys.GuardKey, default))!.Holder.ExportId);

        await EnableAsync();
        Assert.Equal(export.ExportId, (await SendAsync(new ExportCase { RecordId = "new" })).Claim.ExportId);
    }

    [Fact]
    public async Task An_enqueued_export_is_blocked_as_well_and_one_that_waits_already_keeps_its_place()
    {
        var waiting = await EnqueueAsync(new ExportCase { RecordId = "waits" });
        await DisableAsync();

        var stopped = Assert.IsType<EnqueueResult.Disabled>(await Ledger.EnqueueAsync(new ExportCase { RecordId = "new" }.Enqueue(), default));
        var kept = Assert.IsType<EnqueueResult.Disabled>(await Ledger.EnqueueAsync(new ExportCase { RecordId = "waits" }.Enqueue(), default));
        var asked = Assert.IsType<ClaimResult.Disabled>(await ClaimAsync(new ExportCase { RecordId = "waits" }));

        Assert.Equal(ExportStatus.Blocked, stopped.Export!.Status);
        Assert.Equal((waiting.Export, waiting.Export), (kept.Export, asked.Export));
        Assert.Equal(waiting.Export, await Queries.FindExportAsync("acme", waiting.Export.ExportId, default));
    }

    [Fact]
    public async Task What_is_due_of_a_disabled_target_is_left_out_until_it_is_enabled()
    {
        var waiting = await EnqueueAsync(new ExportCase { RecordId = "waits" });
        await DisableAsync();
        for (var n = 0; n < 20; n++)
        {
            await EnqueueAsync(new ExportCase { RecordId = $"{n}", Target = "zz" });
        }

        Assert.DoesNotContain(waiting.Export.ExportId, await DueAsync());
        Assert.Equal(2, (await DueAsync(limit: 2)).Length);
        var late = Assert.IsType<ClaimResult.Disabled>(await Ledger.ClaimAsync(new ExportCase { RecordId = "waits" }.Request() with { IsDueWork = true }, default));
        Assert.Equal(waiting.Export, late.Export);

        await EnableAsync();
        Assert.Contains(waiting.Export.ExportId, await DueAsync());
        await SendAsync(new ExportCase { RecordId = "waits" });
    }

    [Fact]
    public async Task Due_work_of_a_disabled_target_writes_nothing()
    {
        await DisableAsync();

        var late = Assert.IsType<ClaimResult.Disabled>(await Ledger.ClaimAsync(new ExportCase().Request() with { IsDueWork = true }, default));

        Assert.Null(late.Export);
        Assert.Empty((await Queries.ListAsync(new ExportFilter { AccountId = "acme" }, new PageRequest(), default)).Items);
    }

    [Fact]
    public async Task A_ticket_a_live_lease_and_an_unknown_outcome_are_answered_in_spite_of_a_disabled_target()
    {
        var linked = await SendAsync(new ExportCase { RecordId = "linked" });
        await RecordAsync(linked.Claim, Updates.Exported);
        var unknown = await SendAsync(new ExportCase { RecordId = "unknown" });
        await RecordAsync(unknown.Claim, Updates.Unknown(Now));
        var held = await SendAsync(new ExportCase { RecordId = "held" });
        await DisableAsync();

        Assert.IsType<ClaimResult.Linked>(await ClaimAsync(new ExportCase { RecordId = "linked" }));
        Assert.IsType<ClaimResult.Held>(await ClaimAsync(new ExportCase { RecordId = "held" }));
        var kept = Assert.IsType<ClaimResult.Disabled>(await ClaimAsync(new ExportCase { RecordId = "unknown" }));
        Assert.Equal((ExportStatus.DeliveryUnknown, true), (kept.Export!.Status, kept.Export.HasOpenAttempt));
        await RecordAsync(held.Claim, Updates.Exported);

        await EnableAsync();
        Assert.IsType<ClaimResult.ToReconcile>(await ClaimAsync(new ExportCase { RecordId = "unknown" }));
    }

    [Fact]
    public async Task Only_the_first_switch_in_a_direction_writes_and_all_stay_with_who_and_why()
    {
        Assert.Equal(TargetSwitchOutcome.AlreadyEnabled, (await EnableAsync()).Outcome);
        var disabled = await DisableAsync();
        _clock.Advance(TimeSpan.FromHours(1));
        var again = await DisableAsync();
        var enabled = await EnableAsync();

        Assert.Equal((TargetSwitchOutcome.Disabled, true), (disabled.Outcome, disabled.State!.IsDisabled));
        Assert.Equal((TargetSwitchOutcome.AlreadyDisabled, disabled.State), (again.Outcome, again.State));
        Assert.Equal((TargetSwitchOutcome.Enabled, false), (enabled.Outcome, enabled.State!.IsDisabled));
        Assert.Equal([enabled.State.Newest!, disabled.State.Newest!], await SwitchesAsync());
        Assert.Equal((TargetSwitchCause.Person, Updates.By, Now - TimeSpan.FromHours(1)), (disabled.State.Newest!.Cause, disabled.State.Newest.By, disabled.State.Newest.At));
        Assert.Equal(enabled.State, await Targets.FindTargetStateAsync(Tracker, default));
    }

    [Fact]
    public async Task A_place_that_is_found_gone_twice_is_disabled_once()
    {
        var first = await SendAsync(new ExportCase { RecordId = "1" });
        var second = await SendAsync(new ExportCase { RecordId = "2" });
        await RecordAsync(first.Claim, Updates.Failed with { TargetSignal = TargetSignal.Gone });
        await RecordAsync(second.Claim, Updates.Failed with { TargetSignal = TargetSignal.Gone });

        Assert.Single(await SwitchesAsync());
    }

    [Fact]
    public async Task An_outcome_that_is_recorded_again_after_a_lost_answer_disables_nothing_again()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Failed with { TargetSignal = TargetSignal.Gone });
        await EnableAsync();

        await RecordAsync(sent.Claim, Updates.Failed with { TargetSignal = TargetSignal.Gone });

        Assert.False((await Targets.FindTargetStateAsync(Tracker, default)).IsDisabled);
    }

    [Fact]
    public async Task Nothing_but_failures_for_the_time_allowed_disables_a_target_and_not_a_moment_earlier()
    {
        await FailAsync("1");
        var since = Now;
        _clock.Advance(Patience - TimeSpan.FromMilliseconds(1));
        await FailAsync("2");
        Assert.Equal(new TargetState(Tracker) { FailingSince = since }, await Targets.FindTargetStateAsync(Tracker, default));

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await FailAsync("3");

        var state = await Targets.FindTargetStateAsync(Tracker, default);
        Assert.Equal((true, TargetSwitchCause.LongFailure, since), (state.IsDisabled, state.Newest!.Cause, state.FailingSince));
        Assert.Equal((Updates.Failure.Code, Updates.Failure.Message, Updates.Failure.ProviderErrorCode), (state.Newest.Failure!.Code, state.Newest.Failure.Message, state.Newest.Failure.ProviderErrorCode));
    }

    [Fact]
    public async Task A_success_begins_the_count_anew_and_what_tells_nothing_of_the_target_leaves_it()
    {
        await FailAsync("1");
        _clock.Advance(Patience);
        var worked = await SendAsync(new ExportCase { RecordId = "2" });
        await RecordAsync(worked.Claim, Updates.Exported with { TargetSignal = TargetSignal.Works });
        Assert.Null((await Targets.FindTargetStateAsync(Tracker, default)).FailingSince);

        await FailAsync("3");
        var since = Now;
        _clock.Advance(TimeSpan.FromHours(1));
        var refused = await SendAsync(new ExportCase { RecordId = "4" });
        await RecordAsync(refused.Claim, Updates.Failed with { DisableTargetAfter = TimeSpan.Zero });

        Assert.Equal(new TargetState(Tracker) { FailingSince = since }, await Targets.FindTargetStateAsync(Tracker, default));
    }

    [Fact]
    public async Task Without_a_time_allowed_failures_are_counted_and_disable_nothing_and_enabling_forgets_them()
    {
        await FailAsync("1", after: null);
        _clock.Advance(TimeSpan.FromDays(400));
        await FailAsync("2", after: null);
        Assert.False((await Targets.FindTargetStateAsync(Tracker, default)).IsDisabled);

        await FailAsync("3");
        Assert.True((await Targets.FindTargetStateAsync(Tracker, default)).IsDisabled);

        Assert.Null((await EnableAsync()).State!.FailingSince);
        await FailAsync("4");
        Assert.False((await Targets.FindTargetStateAsync(Tracker, default)).IsDisabled);
    }

    [Fact]
    public async Task The_switches_of_a_target_are_paged_without_gaps()
    {
        for (var change = 0; change < 3; change++)
        {
            await DisableAsync();
            await EnableAsync();
        }

        var first = await Targets.ListTargetSwitchesAsync(Tracker, new PageRequest { Size = 4 }, default);
        await DisableAsync();
        var second = await Targets.ListTargetSwitchesAsync(Tracker, new PageRequest { Size = 4, Cursor = first.NextCursor }, default);

        Assert.Equal([false, true, false, true, false, true], first.Items.Concat(second.Items).Select(static row => row.IsDisabled));
        Assert.Null(second.NextCursor);
    }

    [Theory]
    [InlineData("", "Why.")]
    [InlineData("kim", " ")]
    [InlineData("kim", "\0")]
    public async Task A_switch_without_a_usable_actor_and_reason_is_refused(string actor, string reason)
    {
        await Assert.ThrowsAsync<ArgumentException>(
            () => Targets.SwitchTargetAsync(new TargetSwitchCommand.Disable(Tracker, new AuditStamp(actor, reason)), default));

        Assert.Empty(await SwitchesAsync());
    }

    [Fact]
    public async Task Of_many_who_disable_a_target_at_once_one_writes()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(DisableAsync)));

        Assert.Single(results, static result => result.Outcome == TargetSwitchOutcome.Disabled);
        Assert.Single(await SwitchesAsync());
    }

    private Task<TargetSwitchResult> DisableAsync() => Targets.SwitchTargetAsync(new TargetSwitchCommand.Disable(Tracker, Updates.By), default);

    private Task<TargetSwitchResult> EnableAsync() => Targets.SwitchTargetAsync(new TargetSwitchCommand.Enable(Tracker, Updates.By), default);

    private async Task<TargetSwitch[]> SwitchesAsync() => [.. (await Targets.ListTargetSwitchesAsync(Tracker, new PageRequest(), default)).Items];

    private Task FailAsync(string record) => FailAsync(record, Patience);

    private async Task FailAsync(string record, TimeSpan? after)
    {
        var sent = await SendAsync(new ExportCase { RecordId = record });
        await RecordAsync(sent.Claim, Updates.Failed with { TargetSignal = TargetSignal.Fails, DisableTargetAfter = after });
    }
}
