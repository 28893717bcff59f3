using TicketExport.Contract;
using TicketExport.Ledger;
using TicketExport.States;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    private static ExportFailure Unusable => Updates.Failure with
    {
        Reason = FailureReason.Configuration,
        IsTransient = false,
        Violations = [new ContractViolation("$.title", "rule", "It is wrong.")],
    };

    [Fact]
    public async Task A_request_that_was_stopped_leaves_a_blocked_export_with_an_attempt_that_tells_why()
    {
        var blocked = await BlockAsync(new ExportCase());

        var stored = await Queries.FindExportAsync("acme", blocked.ExportId, default);
        Assert.Equal((ExportStatus.Blocked, 1, null), (stored!.Status, stored.Attempts, stored.RetryAt));
        Assert.Equal((MappingStatus.Unchecked, LinkState.None, false), (stored.MappingStatus, stored.Link, stored.HasOpenAttempt));
        Assert.True(Unusable.Violations.SequenceEqual(stored.Failure!.Violations));
        var attempt = Assert.Single(await Queries.ListAttemptsAsync("acme", blocked.ExportId, default));
        Assert.Equal((AttemptState.Blocked, Now, Now), (attempt.State, attempt.StartedAt, attempt.EndedAt));
        Assert.Equal(Unusable.Code, attempt.Failure!.Code);
        Assert.NotNull(await Queries.ReadDocumentAsync("acme", blocked.ExportId, default));
        Assert.Equal(blocked.ExportId, (await Ledger.FindGuardAsync("acme", new ExportCase().Keys.GuardKey, default))!.Holder.ExportId);
        Assert.Empty(await DueAsync());
    }

    [Fact]
    public async Task The_same_failure_again_writes_no_further_attempt_and_another_one_does()
    {
        var first = await BlockAsync(new ExportCase());
        _clock.Advance(TimeSpan.FromMinutes(1));

        for (var again = 0; again < 3; again++)
        {
            Assert.Equal((first.ExportId, Now), (await BlockAsync(new ExportCase()) is var same ? same.ExportId : "", Now));
        }

        Assert.Equal(Now, Assert.Single(await Queries.ListAttemptsAsync("acme", first.ExportId, default)).EndedAt);
        await BlockAsync(new ExportCase(), Unusable with { Violations = [] });
        await BlockAsync(new ExportCase(), Unusable with { Message = "Another one." });
        Assert.Equal(3, (await Queries.ListAttemptsAsync("acme", first.ExportId, default)).Length);
    }

    [Fact]
    public async Task A_document_that_must_not_be_kept_is_not_kept_and_an_older_one_goes_with_it()
    {
        await EnqueueAsync(new ExportCase());

        var blocked = Assert.IsType<BlockResult.Blocked>(
            await Ledger.BlockAsync(new ExportCase().Block(Unusable) with { DocumentJson = default }, default)).Export;

        Assert.Null(await Queries.ReadDocumentAsync("acme", blocked.ExportId, default));
        Assert.Empty(await DueAsync());
        Assert.Equal(DecisionOutcome.DocumentMissing, (await DecideAsync(new DecisionCommand.Approve("acme", blocked.ExportId, Updates.By))).Outcome);
    }

    [Fact]
    [Trait("Behaviour", "S80")]
    [Trait("Behaviour", "S81")]
    [Trait("Behaviour", "S94")]
    public async Task A_blocked_export_goes_on_under_the_same_keys_once_it_is_claimed_or_enqueued()
    {
        var blocked = await BlockAsync(new ExportCase());

        var sent = await SendAsync(new ExportCase());

        Assert.Equal((blocked.ExportId, blocked.IdempotencyKey, 2), (sent.Claim.ExportId, sent.Export.IdempotencyKey, sent.Claim.AttemptNumber));
        Assert.Equal((MappingStatus.Complete, null), (sent.Export.MappingStatus, sent.Export.Failure));
        Assert.Equal([AttemptState.Blocked, AttemptState.Sending], (await AttemptsAsync(sent.Claim)).Select(attempt => attempt.State));
        var other = await BlockAsync(new ExportCase { RecordId = "later" });
        Assert.Equal(other.ExportId, (await EnqueueAsync(new ExportCase { RecordId = "later" })).Export.ExportId);
    }

    [Fact]
    public async Task A_missing_field_shows_as_an_incomplete_mapping_until_the_cause_is_another_one()
    {
        var blocked = await BlockAsync(new ExportCase(), Unusable with { Reason = FailureReason.MappingIncomplete });
        Assert.Equal(MappingStatus.Incomplete, (await Queries.FindExportAsync("acme", blocked.ExportId, default))!.MappingStatus);

        await BlockAsync(new ExportCase());

        Assert.Equal(MappingStatus.Unchecked, (await Queries.FindExportAsync("acme", blocked.ExportId, default))!.MappingStatus);
    }

    [Fact]
    public async Task What_is_at_work_waits_or_has_a_ticket_is_not_blocked()
    {
        var sent = await SendAsync(new ExportCase());
        await AssertKeptAsync(new ExportCase(), sent.Claim.ExportId);
        await RecordAsync(sent.Claim, Updates.Unknown(null));
        await AssertKeptAsync(new ExportCase(), sent.Claim.ExportId);
        await AssertKeptAsync(Other, sent.Claim.ExportId);
        var linked = await SendAsync(new ExportCase { RecordId = "linked" });
        await RecordAsync(linked.Claim, Updates.Exported);
        await AssertKeptAsync(new ExportCase { RecordId = "linked" }, linked.Claim.ExportId);
        var retried = await SendAsync(new ExportCase { RecordId = "retried" });
        await RecordAsync(retried.Claim, Updates.Retry(Now.AddMinutes(5)));
        await AssertKeptAsync(new ExportCase { RecordId = "retried" }, retried.Claim.ExportId);
    }

    [Fact]
    public async Task A_request_of_an_older_generation_is_told_the_current_one()
    {
        var old = await LinkedAsync();
        await ChangeAsync(new LinkCommand.Unlink("acme", old.ExportId, Updates.By));

        Assert.Equal(2, Assert.IsType<BlockResult.GenerationChanged>(await Ledger.BlockAsync(new ExportCase().Block(Unusable), default)).Generation);
        var blocked = await BlockAsync(new ExportCase { Generation = 2 });
        Assert.NotEqual(old.ExportId, blocked.ExportId);
    }

    [Fact]
    [Trait("Behaviour", "S95")]
    public async Task An_export_that_was_due_and_finds_the_ticket_of_another_is_stopped_with_an_attempt_that_says_so()
    {
        var due = await SendAsync(new ExportCase());
        await RecordAsync(due.Claim, Updates.Failed);
        var winner = await SendAsync(Other);
        await RecordAsync(winner.Claim, Updates.Exported);
        Assert.Equal(DecisionOutcome.Duplicate, (await DecideAsync(new DecisionCommand.Approve("acme", due.Claim.ExportId, Updates.By))).Outcome);

        Assert.Null(Assert.IsType<ClaimResult.Linked>(await Ledger.ClaimAsync(new ExportCase().Request() with { IsDueWork = true }, default)).Stopped);

        var waiting = new ExportCase { RecordId = "waits", Scope = LinkScope.PerTarget };
        var queued = await EnqueueAsync(waiting);
        var taken = await SendAsync(waiting with { Scope = LinkScope.PerSource, Target = "second" });
        await RecordAsync(taken.Claim, Updates.Exported);
        var asked = Assert.IsType<ClaimResult.Linked>(await ClaimAsync(waiting with { Scope = LinkScope.PerSource }));
        Assert.Null(asked.Stopped);
        Assert.Empty(await Queries.ListAttemptsAsync("acme", queued.Export.ExportId, default));

        var stopped = Assert.IsType<ClaimResult.Linked>(
            await Ledger.ClaimAsync((waiting with { Scope = LinkScope.PerSource }).Request() with { IsDueWork = true }, default)).Stopped!;

        Assert.Equal((queued.Export.ExportId, ExportStatus.Blocked), (stopped.ExportId, stopped.Status));
        var attempt = Assert.Single(await Queries.ListAttemptsAsync("acme", queued.Export.ExportId, default));
        Assert.Equal((AttemptState.Blocked, ExportCodes.DuplicateBlocked), (attempt.State, attempt.Failure!.Code));
        Assert.Empty(await DueAsync());
    }

    private async Task<ExportRecord> BlockAsync(ExportCase export, ExportFailure? failure = null) =>
        Assert.IsType<BlockResult.Blocked>(await Ledger.BlockAsync(export.Block(failure ?? Unusable), default)).Export;

    private async Task AssertKeptAsync(ExportCase export, string holder)
    {
        var before = await Queries.FindExportAsync("acme", holder, default);
        var kept = Assert.IsType<BlockResult.Kept>(await Ledger.BlockAsync(export.Block(Unusable), default));
        Assert.Equal(holder, kept.Holder.ExportId);
        var after = await Queries.FindExportAsync("acme", holder, default);
        Assert.Equal((before!.Status, before.Attempts, before.UpdatedAt), (after!.Status, after.Attempts, after.UpdatedAt));
    }
}
