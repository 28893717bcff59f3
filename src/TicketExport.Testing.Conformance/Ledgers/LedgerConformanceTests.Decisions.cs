using TicketExport.Ledger;
using TicketExport.States;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    [Fact]
    public async Task An_approved_export_is_due_at_once_with_a_new_retry_budget()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Retry(Now));
        sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Retry(Now) with { AttemptState = AttemptState.NotSent });
        sent = await SendAsync(new ExportCase());
        var counted = await FindAsync(sent.Claim);
        Assert.Equal((1, 1, counted.CreatedAt), (counted.FailedTries, counted.RateLimits, counted.ApprovedAt));
        await RecordAsync(sent.Claim, Updates.Failed);
        _clock.Advance(TimeSpan.FromHours(1));

        var approved = await DecideAsync(new DecisionCommand.Approve("acme", sent.Claim.ExportId, Updates.By));

        Assert.Equal((DecisionOutcome.Done, ExportStatus.Approved), (approved.Outcome, approved.Export!.Status));
        Assert.Equal((0, 0, Now, null), (approved.Export.FailedTries, approved.Export.RateLimits, approved.Export.ApprovedAt, approved.Export.Failure));
        Assert.Equal(approved.Export, await FindAsync(sent.Claim));
        Assert.Equal([sent.Claim.ExportId], await DueAsync());
        Assert.Equal(sent.Claim.ExportId, (await SendAsync(new ExportCase())).Claim.ExportId);
    }

    [Fact]
    public async Task A_request_for_what_came_to_rest_begins_a_new_retry_budget_and_one_for_what_waits_does_not()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Retry(Now) with { AttemptState = AttemptState.NotSent });
        Assert.Equal(1, (await SendAsync(new ExportCase())).Export.FailedTries);
        sent = await SendAsync(new ExportCase { RecordId = "failed" });
        await RecordAsync(sent.Claim, Updates.Failed with { AttemptState = AttemptState.NotSent });

        Assert.Equal(0, (await SendAsync(new ExportCase { RecordId = "failed" })).Export.FailedTries);
    }

    [Fact]
    public async Task A_confirmed_absence_ends_the_doubt_and_lets_the_export_go_on()
    {
        var unknown = await InDoubtAsync(null);
        Assert.True((await FindAsync(unknown)).HasOpenAttempt);

        var confirmed = await DecideAsync(new DecisionCommand.ConfirmAbsent("acme", unknown.ExportId, Updates.By));

        Assert.Equal((DecisionOutcome.Done, ExportStatus.Approved, false), (confirmed.Outcome, confirmed.Export!.Status, confirmed.Export.HasOpenAttempt));
        Assert.Equal(AttemptState.NotCreated, Assert.Single(await AttemptsAsync(unknown)).State);
        Assert.False(await Ledger.RecordAsync(unknown, Updates.Exported, default));
        Assert.Equal([unknown.ExportId], await DueAsync());
        Assert.Equal(2, (await SendAsync(new ExportCase())).Claim.AttemptNumber);
    }

    [Fact]
    public async Task An_absence_is_not_confirmed_before_its_time_nor_under_a_claim_nor_without_doubt()
    {
        var early = await InDoubtAsync(Now.AddMinutes(1));
        Assert.Equal(DecisionOutcome.TooEarly, await ConfirmAsync(early));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<ClaimResult.ToReconcile>(await ClaimAsync(new ExportCase()));
        Assert.Equal(DecisionOutcome.InUse, await ConfirmAsync(early));
        var sending = await SendAsync(new ExportCase { RecordId = "sending" });
        _clock.Advance(Lease);
        Assert.Equal(DecisionOutcome.WrongStatus, await ConfirmAsync(sending.Claim));
        var failed = await SendAsync(new ExportCase { RecordId = "failed" });
        await RecordAsync(failed.Claim, Updates.Failed);
        Assert.Equal(DecisionOutcome.NothingInDoubt, await ConfirmAsync(failed.Claim));
        Assert.Equal(DecisionOutcome.NotFound, (await DecideAsync(new DecisionCommand.ConfirmAbsent("other", early.ExportId, Updates.By))).Outcome);
        Assert.Empty((await Queries.ListAuditAsync(new AuditFilter { AccountId = "acme" }, new PageRequest(), default)).Items);
    }

    [Fact]
    public async Task An_export_handed_over_as_a_file_is_not_retried_and_keeps_its_path()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Retry(Now.AddMinutes(5)));

        var parked = await DecideAsync(new DecisionCommand.ParkAsFile("acme", sent.Claim.ExportId, new PortableHandover { Path = "exports/7.json" }, Updates.By));

        Assert.Equal((DecisionOutcome.Done, ExportStatus.Portable, "exports/7.json", null), (parked.Outcome, parked.Export!.Status, parked.Export.PortablePath, parked.Export.RetryAt));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await DueAsync());
        Assert.Equal(DecisionOutcome.WrongStatus, (await DecideAsync(new DecisionCommand.ParkAsFile("acme", sent.Claim.ExportId, new PortableHandover { Path = "again.json" }, Updates.By))).Outcome);
        Assert.Equal("exports/7.json", (await FindAsync(sent.Claim)).PortablePath);
        Assert.Equal(DecisionOutcome.Done, (await DecideAsync(new DecisionCommand.Approve("acme", sent.Claim.ExportId, Updates.By))).Outcome);
    }

    [Fact]
    public async Task A_file_is_refused_while_a_ticket_may_exist()
    {
        var unknown = await InDoubtAsync(null);
        var linked = await SendAsync(new ExportCase { RecordId = "linked" });
        await RecordAsync(linked.Claim, Updates.Exported);

        Assert.Equal(DecisionOutcome.OutcomeUnknown, (await DecideAsync(new DecisionCommand.ParkAsFile("acme", unknown.ExportId, new PortableHandover { Path = "a.json" }, Updates.By))).Outcome);
        Assert.Equal(DecisionOutcome.HasTicket, (await DecideAsync(new DecisionCommand.ParkAsFile("acme", linked.Claim.ExportId, new PortableHandover { Path = "a.json" }, Updates.By))).Outcome);
        Assert.Equal(DecisionOutcome.HasTicket, (await DecideAsync(new DecisionCommand.Approve("acme", linked.Claim.ExportId, Updates.By))).Outcome);
    }

    [Theory]
    [InlineData("/srv/exports/7.json")]
    [InlineData("C:\\exports\\7.json")]
    [InlineData("\\\\server\\share\\7.json")]
    [InlineData("https://files.example/7.json")]
    [InlineData("../7.json")]
    [InlineData("~/7.json")]
    [InlineData(" ")]
    public async Task A_path_that_tells_of_the_server_is_refused(string path)
    {
        var failed = await SendAsync(new ExportCase());
        await RecordAsync(failed.Claim, Updates.Failed);

        await Assert.ThrowsAnyAsync<ArgumentException>(() => DecideAsync(new DecisionCommand.ParkAsFile("acme", failed.Claim.ExportId, new PortableHandover { Path = path }, Updates.By)));

        Assert.Equal(ExportStatus.Failed, (await FindAsync(failed.Claim)).Status);
    }

    [Fact]
    public async Task A_lost_reference_guards_still_until_it_is_seen_again_or_unlinked()
    {
        var linked = await LinkedAsync();

        Assert.Equal(LinkState.Broken, (await DecideAsync(new DecisionCommand.MarkReferenceLost("acme", linked.ExportId, Updates.By))).Export!.Link);
        Assert.Equal(DecisionOutcome.WrongStatus, (await DecideAsync(new DecisionCommand.MarkReferenceLost("acme", linked.ExportId, Updates.By))).Outcome);
        Assert.Equal(LinkState.Broken, Assert.IsType<ClaimResult.Linked>(await ClaimAsync(new ExportCase())).Holder.Link);
        Assert.IsType<ClaimResult.Linked>(await ClaimAsync(Other));
        Assert.Equal(LinkState.Live, (await DecideAsync(new DecisionCommand.MarkReferenceSeen("acme", linked.ExportId, Updates.By))).Export!.Link);
        await DecideAsync(new DecisionCommand.MarkReferenceLost("acme", linked.ExportId, Updates.By));
        Assert.Equal(LinkState.Live, (await ChangeAsync(new LinkCommand.Relink("acme", linked.ExportId, Updates.Ticket, Updates.By))).Export!.Link);
        Assert.Equal(LinkState.Unlinked, (await ChangeAsync(new LinkCommand.Unlink("acme", linked.ExportId, Updates.By))).Export!.Link);
        Assert.Equal(DecisionOutcome.Unlinked, (await DecideAsync(new DecisionCommand.MarkReferenceSeen("acme", linked.ExportId, Updates.By))).Outcome);
        Assert.Equal(LinkState.Unlinked, (await Queries.FindExportAsync("acme", linked.ExportId, default))!.Link);
    }

    [Fact]
    public async Task A_follow_up_that_was_made_good_ends_the_partial_failure()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Exported with { Status = ExportStatus.PartialFailed, Failure = Updates.Failure });

        var done = await DecideAsync(new DecisionCommand.MarkFollowUpDone("acme", sent.Claim.ExportId, Updates.By));

        Assert.Equal((ExportStatus.Exported, null, LinkState.Live), (done.Export!.Status, done.Export.Failure, done.Export.Link));
        Assert.Equal(done.Export, await FindAsync(sent.Claim));
    }

    [Fact]
    public async Task A_disconnected_export_waits_for_nobody_and_a_doubt_comes_back_as_a_doubt()
    {
        var queued = (await EnqueueAsync(new ExportCase())).Export.ExportId;
        var dead = (await SendAsync(new ExportCase { RecordId = "dead" })).Claim;
        Assert.Equal(DecisionOutcome.InUse, (await DecideAsync(new DecisionCommand.Disconnect("acme", dead.ExportId, Updates.By))).Outcome);
        _clock.Advance(Lease);

        await DecideAsync(new DecisionCommand.Disconnect("acme", queued, Updates.By));
        await DecideAsync(new DecisionCommand.Disconnect("acme", dead.ExportId, Updates.By));

        Assert.Empty(await DueAsync());
        Assert.Equal((AttemptState.Unknown, dead.LeaseUntil), (await AttemptsAsync(dead))[0] is var open ? (open.State, open.EndedAt!.Value) : default);
        Assert.Equal(DecisionOutcome.OutcomeUnknown, (await DecideAsync(new DecisionCommand.ParkAsFile("acme", dead.ExportId, new PortableHandover { Path = "a.json" }, Updates.By))).Outcome);
        Assert.Equal(ExportStatus.Approved, (await DecideAsync(new DecisionCommand.Reconnect("acme", queued, Updates.By))).Export!.Status);
        Assert.Equal(ExportStatus.DeliveryUnknown, (await DecideAsync(new DecisionCommand.Reconnect("acme", dead.ExportId, Updates.By))).Export!.Status);
        Assert.Equal(2, (await DueAsync()).Length);
        Assert.IsType<ClaimResult.ToReconcile>(await ClaimAsync(new ExportCase { RecordId = "dead" }));
    }

    [Fact]
    public async Task An_export_whose_source_went_on_in_a_higher_generation_is_not_approved()
    {
        var failed = await SendAsync(new ExportCase());
        await RecordAsync(failed.Claim, Updates.Failed);
        var winner = await SendAsync(Other);
        await RecordAsync(winner.Claim, Updates.Exported);
        await ChangeAsync(new LinkCommand.Unlink("acme", winner.Claim.ExportId, Updates.By));

        Assert.Equal(DecisionOutcome.Superseded, (await DecideAsync(new DecisionCommand.Approve("acme", failed.Claim.ExportId, Updates.By))).Outcome);
        Assert.Empty(await DueAsync());
    }

    [Fact]
    public async Task A_doubt_is_new_to_the_first_claim_that_takes_over_and_to_no_later_one()
    {
        await SendAsync(new ExportCase());
        _clock.Advance(Lease);
        Assert.True(Assert.IsType<ClaimResult.ToReconcile>(await ClaimAsync(new ExportCase())).IsNewDoubt);
        _clock.Advance(Lease);

        Assert.False(Assert.IsType<ClaimResult.ToReconcile>(await ClaimAsync(new ExportCase())).IsNewDoubt);
    }

    [Fact]
    public async Task A_person_who_found_the_ticket_links_it_and_ends_the_doubt()
    {
        var unknown = await InDoubtAsync(null);

        var linked = await ChangeAsync(new ExportCase().Link(Updates.OtherTicket));

        Assert.Equal((LinkOutcome.Linked, unknown.ExportId, LinkState.Live, false), (linked.Outcome, linked.Export!.ExportId, linked.Export.Link, linked.Export.HasOpenAttempt));
        Assert.Equal(AttemptState.Adopted, Assert.Single(await AttemptsAsync(unknown)).State);
        Assert.False(await Ledger.RecordAsync(unknown, Updates.Exported, default));
        Assert.Equal(Updates.OtherTicket, (await FindAsync(unknown)).Ticket);
    }

    [Fact]
    public async Task Every_decision_is_in_the_audit_and_a_refused_one_is_not()
    {
        var failed = await SendAsync(new ExportCase());
        await RecordAsync(failed.Claim, Updates.Failed);
        var by = new AuditStamp("lee", "repaired");

        var results = await Decisions.DecideAsync(
            [
                new DecisionCommand.ParkAsFile("acme", failed.Claim.ExportId, new PortableHandover { Path = "7.json" }, by),
                new DecisionCommand.Approve("acme", failed.Claim.ExportId, by),
                new DecisionCommand.Approve("acme", failed.Claim.ExportId, by),
                new DecisionCommand.Disconnect("acme", failed.Claim.ExportId, by),
                new DecisionCommand.Reconnect("acme", failed.Claim.ExportId, by),
            ],
            default);

        Assert.Equal(
            [DecisionOutcome.Done, DecisionOutcome.Done, DecisionOutcome.WrongStatus, DecisionOutcome.Done, DecisionOutcome.Done],
            results.Select(result => result.Outcome));
        var audit = (await Queries.ListAuditAsync(new AuditFilter { AccountId = "acme", ExportId = failed.Claim.ExportId }, new PageRequest(), default)).Items;
        Assert.Equal(
            [AuditAction.Reconnected, AuditAction.Disconnected, AuditAction.Approved, AuditAction.ParkedAsFile],
            audit.Select(row => row.Action));
        Assert.All(audit, row => Assert.Equal((by, Now), (row.By, row.At)));
    }

    [Fact]
    public async Task A_decision_without_a_reason_is_refused_and_nothing_of_its_write_is_kept()
    {
        var failed = await SendAsync(new ExportCase());
        await RecordAsync(failed.Claim, Updates.Failed);

        await Assert.ThrowsAnyAsync<ArgumentException>(() => Decisions.DecideAsync(
            [
                new DecisionCommand.Approve("acme", failed.Claim.ExportId, Updates.By),
                new DecisionCommand.Approve("acme", failed.Claim.ExportId, new AuditStamp("kim", "")),
            ],
            default));

        Assert.Equal(ExportStatus.Failed, (await FindAsync(failed.Claim)).Status);
    }

    private async Task<DecisionOutcome> ConfirmAsync(ExportClaim claim) =>
        (await DecideAsync(new DecisionCommand.ConfirmAbsent("acme", claim.ExportId, Updates.By))).Outcome;

    private async Task<ExportClaim> InDoubtAsync(DateTimeOffset? retryAt)
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Unknown(retryAt));
        return sent.Claim;
    }
}
