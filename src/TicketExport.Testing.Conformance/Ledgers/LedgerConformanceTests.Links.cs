using TicketExport.Ledger;
using TicketExport.States;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    [Fact]
    public async Task After_an_unlink_the_next_export_is_a_new_one_of_a_higher_generation_and_the_old_one_keeps_everything()
    {
        var old = await LinkedAsync();

        var unlinked = await ChangeAsync(new LinkCommand.Unlink("acme", old.ExportId, Updates.By));

        Assert.Equal((LinkOutcome.Unlinked, old.ExportId), (unlinked.Outcome, unlinked.Export!.ExportId));
        var guard = await Ledger.FindGuardAsync("acme", new ExportCase().Keys.GuardKey, default);
        Assert.Equal((2, false), (guard!.Generation, guard.IsLive));
        Assert.Equal(2, Assert.IsType<ClaimResult.GenerationChanged>(await ClaimAsync(new ExportCase())).Generation);
        var sent = await SendAsync(new ExportCase { Generation = 2 });
        Assert.NotEqual(old.ExportId, sent.Claim.ExportId);
        Assert.NotEqual(old.IdempotencyKey, sent.Export.IdempotencyKey);
        Assert.Equal(old.Fingerprint, sent.Export.Fingerprint);
        Assert.Equal(old with { Link = LinkState.Unlinked }, await Queries.FindExportAsync("acme", old.ExportId, default));
        Assert.Single(await Queries.ListAttemptsAsync("acme", old.ExportId, default));
        Assert.True((await Ledger.FindGuardAsync("acme", new ExportCase().Keys.GuardKey, default))!.IsLive);
    }

    [Fact]
    public async Task After_an_unlink_another_target_may_have_the_ticket()
    {
        var old = await LinkedAsync();
        await ChangeAsync(new LinkCommand.Unlink("acme", old.ExportId, Updates.By));

        Assert.Equal(2, (await SendAsync(Other with { Generation = 2 })).Export.Generation);
    }

    [Fact]
    public async Task An_unlink_is_refused_while_an_attempt_is_open()
    {
        var sent = await SendAsync(new ExportCase());
        Assert.Equal(LinkOutcome.InUse, (await ChangeAsync(new LinkCommand.Unlink("acme", sent.Claim.ExportId, Updates.By))).Outcome);
        _clock.Advance(Lease);
        Assert.Equal(LinkOutcome.InUse, (await ChangeAsync(new LinkCommand.Unlink("acme", sent.Claim.ExportId, Updates.By))).Outcome);

        await RecordAsync(sent.Claim, Updates.Unknown(null));

        Assert.Equal(LinkOutcome.InUse, (await ChangeAsync(new LinkCommand.Unlink("acme", sent.Claim.ExportId, Updates.By))).Outcome);
        Assert.Equal(1, (await Ledger.FindGuardAsync("acme", new ExportCase().Keys.GuardKey, default))!.Generation);
        Assert.Empty((await Queries.ListAuditAsync(new AuditFilter { AccountId = "acme" }, new PageRequest(), default)).Items);
    }

    [Fact]
    public async Task An_unlink_repeated_raises_the_generation_once()
    {
        var old = await LinkedAsync();
        await ChangeAsync(new LinkCommand.Unlink("acme", old.ExportId, Updates.By));

        Assert.Equal(LinkOutcome.NotLinked, (await ChangeAsync(new LinkCommand.Unlink("acme", old.ExportId, Updates.By))).Outcome);
        Assert.Equal(2, (await Ledger.FindGuardAsync("acme", new ExportCase().Keys.GuardKey, default))!.Generation);
    }

    [Fact]
    public async Task What_has_no_link_or_belongs_to_another_account_is_not_unlinked()
    {
        var linked = await LinkedAsync();
        var failed = await SendAsync(new ExportCase { RecordId = "failed" });
        await RecordAsync(failed.Claim, Updates.Failed);

        Assert.Equal(LinkOutcome.NotLinked, (await ChangeAsync(new LinkCommand.Unlink("acme", failed.Claim.ExportId, Updates.By))).Outcome);
        Assert.Equal(LinkOutcome.NotFound, (await ChangeAsync(new LinkCommand.Unlink("other", linked.ExportId, Updates.By))).Outcome);
        Assert.Equal(LinkOutcome.NotFound, (await ChangeAsync(new LinkCommand.Relink("acme", "none", Updates.Ticket, Updates.By))).Outcome);
    }

    [Fact]
    public async Task A_relink_puts_another_ticket_into_the_link_and_the_same_one_changes_nothing()
    {
        var linked = await LinkedAsync();
        _clock.Advance(TimeSpan.FromDays(1));

        var relinked = await ChangeAsync(new LinkCommand.Relink("acme", linked.ExportId, Updates.OtherTicket, Updates.By));
        var again = await ChangeAsync(new LinkCommand.Relink("acme", linked.ExportId, Updates.OtherTicket, Updates.By));

        Assert.Equal((LinkOutcome.Relinked, LinkOutcome.AlreadyLinked), (relinked.Outcome, again.Outcome));
        Assert.Equal((Updates.OtherTicket, Now), (relinked.Export!.Ticket, relinked.Export.LinkedAt));
        Assert.Equal(relinked.Export, await Queries.FindExportAsync("acme", linked.ExportId, default));
        Assert.Equal(Updates.OtherTicket, Assert.IsType<ClaimResult.Linked>(await ClaimAsync(new ExportCase())).Holder.Ticket);
    }

    [Fact]
    public async Task A_broken_link_still_guards_and_a_relink_mends_it()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Exported with { Status = ExportStatus.Disconnected, Failure = Updates.Failure });
        Assert.IsType<ClaimResult.Linked>(await ClaimAsync(new ExportCase()));
        Assert.IsType<ClaimResult.Linked>(await ClaimAsync(Other));

        var mended = await ChangeAsync(new LinkCommand.Relink("acme", sent.Claim.ExportId, Updates.Ticket, Updates.By));

        Assert.Equal((LinkOutcome.Relinked, ExportStatus.Exported, null), (mended.Outcome, mended.Export!.Status, mended.Export.Failure));
    }

    [Fact]
    public async Task A_ticket_that_exists_is_linked_before_the_first_export()
    {
        var link = new ExportCase().Link(Updates.Ticket);

        var linked = await ChangeAsync(link);

        Assert.Equal((LinkOutcome.Linked, ExportStatus.Exported), (linked.Outcome, linked.Export!.Status));
        Assert.Equal((Updates.Ticket, Now, 0), (linked.Export.Ticket, linked.Export.LinkedAt, linked.Export.Attempts));
        Assert.Equal(linked.Export, await Queries.FindExportAsync("acme", link.ExportId, default));
        Assert.Equal(linked.Export, Assert.IsType<ClaimResult.Linked>(await ClaimAsync(new ExportCase())).Holder);
        Assert.IsType<ClaimResult.Linked>(await ClaimAsync(Other));
    }

    [Fact]
    public async Task Linking_the_same_ticket_again_changes_nothing_and_another_one_is_a_conflict()
    {
        await ChangeAsync(new ExportCase().Link(Updates.Ticket));

        Assert.Equal(LinkOutcome.AlreadyLinked, (await ChangeAsync(new ExportCase().Link(Updates.Ticket))).Outcome);
        Assert.Equal(LinkOutcome.Conflict, (await ChangeAsync(new ExportCase().Link(Updates.OtherTicket))).Outcome);
        Assert.Equal(LinkOutcome.Conflict, (await ChangeAsync(Other.Link(Updates.Ticket))).Outcome);
        Assert.Single((await Queries.ListAuditAsync(new AuditFilter { AccountId = "acme" }, new PageRequest(), default)).Items);
    }

    [Fact]
    public async Task Linking_is_refused_while_the_source_is_at_work_or_unknown_and_ends_a_wait()
    {
        var sent = await SendAsync(new ExportCase());
        Assert.Equal(LinkOutcome.InUse, (await ChangeAsync(new ExportCase().Link(Updates.Ticket))).Outcome);
        await RecordAsync(sent.Claim, Updates.Unknown(null));
        Assert.Equal(LinkOutcome.InUse, (await ChangeAsync(Other.Link(Updates.Ticket))).Outcome);
        var waiting = await EnqueueAsync(new ExportCase { RecordId = "waits" });

        var linked = await ChangeAsync(new ExportCase { RecordId = "waits" }.Link(Updates.Ticket));

        Assert.Equal((LinkOutcome.Linked, waiting.Export.ExportId), (linked.Outcome, linked.Export!.ExportId));
        Assert.Empty(await DueAsync());
    }

    [Fact]
    public async Task After_an_unlink_a_ticket_is_linked_in_the_new_generation()
    {
        var old = await LinkedAsync();
        await ChangeAsync(new LinkCommand.Unlink("acme", old.ExportId, Updates.By));

        var linked = await ChangeAsync(new ExportCase().Link(Updates.OtherTicket));

        Assert.Equal((LinkOutcome.Linked, 2), (linked.Outcome, linked.Export!.Generation));
        Assert.IsType<ClaimResult.Linked>(await ClaimAsync(new ExportCase { Generation = 2 }));
    }

    [Fact]
    public async Task Changes_of_one_write_see_each_other_and_are_answered_in_their_order()
    {
        var results = await Links.ChangeLinksAsync(
            [
                new ExportCase { RecordId = "a" }.Link(Updates.Ticket),
                new ExportCase { RecordId = "a" }.Link(Updates.Ticket),
                new ExportCase { RecordId = "a" }.Link(Updates.OtherTicket),
                new ExportCase { RecordId = "b" }.Link(Updates.OtherTicket),
            ],
            default);

        Assert.Equal([LinkOutcome.Linked, LinkOutcome.AlreadyLinked, LinkOutcome.Conflict, LinkOutcome.Linked], results.Select(result => result.Outcome));
    }

    [Fact]
    public async Task Every_change_is_in_the_audit_with_actor_and_reason_the_newest_first()
    {
        var linked = (await ChangeAsync(new ExportCase().Link(Updates.Ticket) with { IsImport = true })).Export!;
        await ChangeAsync(new LinkCommand.Relink("acme", linked.ExportId, Updates.OtherTicket, new AuditStamp("lee", "moved")));
        await ChangeAsync(new LinkCommand.Unlink("acme", linked.ExportId, new AuditStamp("sam", "wrong board")));
        await ChangeAsync(new ExportCase { RecordId = "other" }.Link(Updates.Ticket));

        var audit = (await Queries.ListAuditAsync(new AuditFilter { AccountId = "acme", ExportId = linked.ExportId }, new PageRequest(), default)).Items;

        Assert.Equal(
            [
                (AuditAction.Unlinked, "sam", "wrong board", null, "20002"),
                (AuditAction.Relinked, "lee", "moved", "20002", "10001"),
                (AuditAction.Imported, "kim", Updates.By.Reason, "10001", null),
            ],
            audit.Select(row => (row.Action, row.By.Actor, row.By.Reason, row.TicketId, row.FormerTicketId)));
        Assert.All(audit, row => Assert.Equal(Now, row.At));
        Assert.Equal(4, (await Queries.ListAuditAsync(new AuditFilter { AccountId = "acme" }, new PageRequest(), default)).Items.Length);
        Assert.Empty((await Queries.ListAuditAsync(new AuditFilter { AccountId = "other" }, new PageRequest(), default)).Items);
    }

    [Theory]
    [InlineData("", "reason")]
    [InlineData("kim", " ")]
    [InlineData("k\0m", "reason")]
    public async Task A_change_without_actor_or_reason_is_refused_and_nothing_is_written(string actor, string reason)
    {
        var link = new ExportCase().Link(Updates.Ticket);
        var bad = new LinkCommand.Unlink("acme", link.ExportId, new AuditStamp(actor, reason));

        await Assert.ThrowsAnyAsync<ArgumentException>(() => Links.ChangeLinksAsync([link, bad], default));

        Assert.Null(await Queries.FindExportAsync("acme", link.ExportId, default));
    }

    private async Task<ExportRecord> LinkedAsync()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Exported);
        return await FindAsync(sent.Claim);
    }
}
