using TicketExport.Ledger;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    [Fact]
    public async Task A_lease_that_ran_out_while_sending_is_reconciled_under_a_higher_token()
    {
        var first = await SendAsync(new ExportCase());
        _clock.Advance(Lease);

        var second = Assert.IsType<ClaimResult.ToReconcile>(await ClaimAsync(new ExportCase()));

        Assert.Equal((2L, 1), (second.Claim.FencingToken, second.Claim.AttemptNumber));
        Assert.Equal(ExportStatus.DeliveryUnknown, second.Export.Status);
        Assert.Equal((1, AttemptState.Unknown, 1L), (second.OpenAttempt.Number, second.OpenAttempt.State, second.OpenAttempt.FencingToken));
        Assert.Equal(first.Claim.LeaseUntil, second.OpenAttempt.EndedAt);
        Assert.Equal(second.OpenAttempt, Assert.Single(await AttemptsAsync(first.Claim)));
    }

    [Fact]
    [Trait("Fault", "F77")]
    public async Task An_overtaken_claim_changes_nothing()
    {
        var first = await SendAsync(new ExportCase());
        _clock.Advance(Lease);
        var second = Assert.IsType<ClaimResult.ToReconcile>(await ClaimAsync(new ExportCase()));

        Assert.False(await Ledger.RecordAsync(first.Claim, Updates.Exported, default));
        Assert.Null(await Ledger.BeginAttemptAsync(first.Claim, default));

        Assert.Equal(second.Export, await FindAsync(first.Claim));
        Assert.Equal(second.OpenAttempt, Assert.Single(await AttemptsAsync(first.Claim)));
    }

    [Fact]
    public async Task A_claim_with_the_right_token_and_a_foreign_id_changes_nothing()
    {
        var sent = await SendAsync(new ExportCase());
        var forged = sent.Claim with { ClaimId = "someone-else" };

        Assert.False(await Ledger.RecordAsync(forged, Updates.Exported, default));
        Assert.Null(await Ledger.BeginAttemptAsync(forged, default));

        Assert.Equal(sent.Export, await FindAsync(sent.Claim));
    }

    [Fact]
    public async Task A_claim_on_an_export_that_does_not_exist_changes_nothing()
    {
        var sent = await SendAsync(new ExportCase());
        var lost = sent.Claim with { ExportId = "nowhere" };

        Assert.False(await Ledger.RecordAsync(lost, Updates.Exported, default));
        Assert.Null(await Ledger.BeginAttemptAsync(lost, default));
    }

    [Fact]
    public async Task A_lease_that_ran_out_and_was_not_overtaken_may_record_and_not_begin()
    {
        var sent = await SendAsync(new ExportCase());
        _clock.Advance(Lease);

        Assert.Null(await Ledger.BeginAttemptAsync(sent.Claim, default));
        Assert.True(await Ledger.RecordAsync(sent.Claim, Updates.Exported, default));

        Assert.Equal(Updates.Ticket, (await FindAsync(sent.Claim)).Ticket);
    }

    [Fact]
    public async Task Recording_gives_the_lease_back()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Failed);

        Assert.Null(await Ledger.BeginAttemptAsync(sent.Claim, default));
        Assert.IsType<ClaimResult.ToSend>(await ClaimAsync(new ExportCase()));
    }

    [Fact]
    [Trait("Fault", "F7")]
    public async Task A_record_repeated_after_a_lost_answer_is_accepted_and_written_once()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Exported);

        Assert.True(await Ledger.RecordAsync(sent.Claim, Updates.Exported, default));

        Assert.Single(await AttemptsAsync(sent.Claim));
        Assert.Single(await Queries.ListBySourceAsync("acme", new ExportCase().Source, default));
    }

    [Fact]
    public async Task Begin_closes_the_open_attempt_and_starts_the_next_under_the_same_token()
    {
        await SendAsync(new ExportCase());
        _clock.Advance(Lease);
        var open = Assert.IsType<ClaimResult.ToReconcile>(await ClaimAsync(new ExportCase()));
        _clock.Advance(TimeSpan.FromSeconds(2));

        var next = await Ledger.BeginAttemptAsync(open.Claim, default);

        Assert.Equal(open.Claim with { AttemptNumber = 2 }, next);
        var attempts = await AttemptsAsync(open.Claim);
        Assert.Equal([open.OpenAttempt with { State = AttemptState.NotCreated, EndedAt = Now }], attempts[..1]);
        Assert.Equal((2, AttemptState.Sending, 2L, Now), (attempts[1].Number, attempts[1].State, attempts[1].FencingToken, attempts[1].StartedAt));
        var export = await FindAsync(open.Claim);
        Assert.Equal((ExportStatus.Delivering, 2), (export.Status, export.Attempts));
    }

    [Fact]
    public async Task Begin_repeated_after_a_lost_answer_begins_no_third_attempt()
    {
        await SendAsync(new ExportCase());
        _clock.Advance(Lease);
        var open = Assert.IsType<ClaimResult.ToReconcile>(await ClaimAsync(new ExportCase()));
        var first = await Ledger.BeginAttemptAsync(open.Claim, default);

        Assert.Equal(first, await Ledger.BeginAttemptAsync(open.Claim, default));

        Assert.Equal(2, (await AttemptsAsync(open.Claim)).Length);
    }

    [Fact]
    public async Task The_claim_of_a_closed_attempt_records_nothing_and_the_new_one_does()
    {
        await SendAsync(new ExportCase());
        _clock.Advance(Lease);
        var open = Assert.IsType<ClaimResult.ToReconcile>(await ClaimAsync(new ExportCase()));
        var next = await Ledger.BeginAttemptAsync(open.Claim, default);

        Assert.False(await Ledger.RecordAsync(open.Claim, Updates.Failed, default));
        Assert.True(await Ledger.RecordAsync(next!, Updates.Exported, default));

        var attempts = await AttemptsAsync(open.Claim);
        Assert.Equal([AttemptState.NotCreated, AttemptState.Created], attempts.Select(a => a.State));
    }

    [Fact]
    public async Task Twenty_crashes_in_a_row_leave_one_open_attempt_and_a_rising_token()
    {
        var sent = await SendAsync(new ExportCase());
        for (var token = 2; token <= 21; token++)
        {
            _clock.Advance(Lease);
            var open = Assert.IsType<ClaimResult.ToReconcile>(await ClaimAsync(new ExportCase()));
            Assert.Equal((token, 1), (open.Claim.FencingToken, open.Claim.AttemptNumber));
        }

        Assert.Single(await AttemptsAsync(sent.Claim));
    }

    [Fact]
    [Trait("Fault", "F80")]
    public async Task All_exports_of_a_dead_worker_can_be_taken_up_when_its_leases_end()
    {
        var exports = Enumerable.Range(0, 1_000).Select(n => new ExportCase { RecordId = $"finding-{n}" }).ToArray();
        foreach (var export in exports)
        {
            await SendAsync(export);
        }

        _clock.Advance(Lease);

        foreach (var export in exports)
        {
            Assert.IsType<ClaimResult.ToReconcile>(await ClaimAsync(export));
        }
    }
}
