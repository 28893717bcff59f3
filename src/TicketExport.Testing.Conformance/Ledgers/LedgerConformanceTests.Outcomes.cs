using System.Text;
using TicketExport.Ledger;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    [Fact]
    public async Task A_ticket_is_linked_with_the_time_of_its_record()
    {
        var sent = await SendAsync(new ExportCase());
        _clock.Advance(TimeSpan.FromSeconds(3));
        await RecordAsync(sent.Claim, Updates.Exported);

        var export = await FindAsync(sent.Claim);

        var expected = sent.Export with { Status = ExportStatus.Exported, Ticket = Updates.Ticket, Link = States.LinkState.Live, LinkedAt = Now, UpdatedAt = Now };
        Assert.Equal(expected with { HasOpenAttempt = false }, export);
        var attempt = Assert.Single(await AttemptsAsync(sent.Claim));
        Assert.Equal((AttemptState.Created, Now, null), (attempt.State, attempt.EndedAt, attempt.Failure));
    }

    [Fact]
    [Trait("Behaviour", "S69")]
    [Trait("Behaviour", "S70")]
    [Trait("Behaviour", "S72")]
    [Trait("Behaviour", "S76")]
    public async Task A_failure_is_kept_whole_on_export_and_attempt()
    {
        var sent = await SendAsync(new ExportCase());
        var due = Now + TimeSpan.FromMinutes(3);
        await RecordAsync(sent.Claim, Updates.Retry(due));

        var export = await FindAsync(sent.Claim);
        var attempt = Assert.Single(await AttemptsAsync(sent.Claim));

        Assert.Equal((ExportStatus.RetryScheduled, due), (export.Status, export.RetryAt));
        AssertSame(Updates.Failure, export.Failure);
        AssertSame(Updates.Failure, attempt.Failure);
        Assert.Equal((AttemptState.RateLimited, Now), (attempt.State, attempt.EndedAt));
        Assert.Null(export.LinkedAt);
    }

    [Fact]
    public async Task A_failure_without_details_stays_without_them()
    {
        var sent = await SendAsync(new ExportCase());
        var failure = new ExportFailure { Code = "C", Reason = FailureReason.Timeout, Message = "m", NextStep = NextStep.Confirm };
        await RecordAsync(sent.Claim, Updates.Failed with { Failure = failure });

        AssertSame(failure, (await FindAsync(sent.Claim)).Failure);
    }

    [Fact]
    public async Task An_unknown_outcome_waits_until_it_is_due_and_is_reconciled_then()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Unknown(Now + TimeSpan.FromMinutes(1)));
        Assert.IsType<ClaimResult.Waiting>(await ClaimAsync(new ExportCase()));
        _clock.Advance(TimeSpan.FromMinutes(1));

        var open = Assert.IsType<ClaimResult.ToReconcile>(await ClaimAsync(new ExportCase()));

        Assert.Equal(AttemptState.Unknown, open.OpenAttempt.State);
        Assert.Equal((2L, 1), (open.Claim.FencingToken, open.Claim.AttemptNumber));
        Assert.Equal(ExportStatus.DeliveryUnknown, open.Export.Status);
        Assert.Null(open.Export.RetryAt);
    }

    [Fact]
    public async Task An_unknown_outcome_without_a_due_time_is_reconciled_at_the_next_claim()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Unknown(null));

        Assert.IsType<ClaimResult.ToReconcile>(await ClaimAsync(new ExportCase()));
    }

    [Fact]
    public async Task A_ticket_found_by_reconciling_is_adopted_and_the_doubt_stays_in_the_history()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Unknown(null));
        var open = Assert.IsType<ClaimResult.ToReconcile>(await ClaimAsync(new ExportCase()));
        await RecordAsync(open.Claim, Updates.Exported with { AttemptState = AttemptState.Adopted });

        var attempt = Assert.Single(await AttemptsAsync(sent.Claim));

        Assert.Equal(AttemptState.Adopted, attempt.State);
        AssertSame(Updates.Failure, attempt.Failure);
        Assert.Equal(Updates.Ticket, (await FindAsync(sent.Claim)).Ticket);
        Assert.Null((await FindAsync(sent.Claim)).Failure);
    }

    [Fact]
    public async Task A_step_that_failed_after_the_create_keeps_the_ticket_and_its_failure()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Exported with { Status = ExportStatus.PartialFailed, Failure = Updates.Failure });

        var linked = Assert.IsType<ClaimResult.Linked>(await ClaimAsync(new ExportCase()));

        Assert.Equal((ExportStatus.PartialFailed, Updates.Ticket), (linked.Holder.Status, linked.Holder.Ticket));
        AssertSame(Updates.Failure, linked.Holder.Failure);
        Assert.Null(Assert.Single(await AttemptsAsync(sent.Claim)).Failure);
    }

    [Fact]
    public async Task A_ticket_once_written_is_never_removed_and_a_further_record_of_its_claim_changes_nothing()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Exported);
        var before = await FindAsync(sent.Claim);
        _clock.Advance(TimeSpan.FromSeconds(1));

        await RecordAsync(sent.Claim, Updates.Exported with { Status = ExportStatus.PartialFailed, Ticket = null });

        Assert.Equal(before, await FindAsync(sent.Claim));
        Assert.IsType<ClaimResult.Linked>(await ClaimAsync(new ExportCase()));
    }

    [Fact]
    public async Task An_update_that_says_exported_and_knows_no_ticket_is_refused()
    {
        var sent = await SendAsync(new ExportCase());

        await Assert.ThrowsAsync<ArgumentException>(() =>
            Ledger.RecordAsync(sent.Claim, Updates.Exported with { Ticket = null }, default));

        Assert.Equal(sent.Export, await FindAsync(sent.Claim));
        Assert.True(await Ledger.RecordAsync(sent.Claim, Updates.Exported, default));
    }

    [Fact]
    public async Task The_document_of_the_newest_claim_is_kept_until_there_is_a_ticket()
    {
        var sent = await SendAsync(new ExportCase { Document = "1" });
        Assert.IsType<ClaimResult.Held>(await ClaimAsync(new ExportCase { Document = "2" }));
        Assert.Equal("1", await DocumentAsync(sent.Claim));

        await RecordAsync(sent.Claim, Updates.Failed);
        var second = await SendAsync(new ExportCase { Document = "3", ReportId = null });
        Assert.Equal("3", await DocumentAsync(sent.Claim));
        Assert.Null((await FindAsync(second.Claim)).ReportId);

        await RecordAsync(second.Claim, Updates.Unknown(null));
        var third = Assert.IsType<ClaimResult.ToReconcile>(await ClaimAsync(new ExportCase { Document = "4" }));
        Assert.Equal("4", await DocumentAsync(sent.Claim));

        await RecordAsync(third.Claim, Updates.Exported);
        Assert.IsType<ClaimResult.Linked>(await ClaimAsync(new ExportCase { Document = "5" }));
        Assert.Equal("4", await DocumentAsync(sent.Claim));
    }

    private async Task<string> DocumentAsync(ExportClaim claim)
    {
        var json = await Queries.ReadDocumentAsync(claim.AccountId, claim.ExportId, default);
        return Encoding.UTF8.GetString(json!.Value.Span);
    }

    private static void AssertSame(ExportFailure expected, ExportFailure? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.Violations.AsEnumerable(), actual.Violations.AsEnumerable());
        Assert.Equal(expected, actual with { Violations = expected.Violations });
    }
}
