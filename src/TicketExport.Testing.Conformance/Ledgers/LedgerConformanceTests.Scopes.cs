using TicketExport.Ledger;
using TicketExport.States;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    [Theory]
    [InlineData(LinkScope.PerSource, LinkScope.PerTarget)]
    [InlineData(LinkScope.PerTarget, LinkScope.PerSource)]
    public async Task A_target_whose_links_reach_otherwise_after_an_unlink_gets_a_new_export_and_the_unlinked_one_stays_so(LinkScope before, LinkScope after)
    {
        var first = new ExportCase { Scope = before };
        var old = await UnlinkedAsync(first);
        var changed = first with { Scope = after };

        Assert.Equal(2, Assert.IsType<ClaimResult.GenerationChanged>(await ClaimAsync(changed)).Generation);
        Assert.Equal(2, Assert.IsType<EnqueueResult.GenerationChanged>(await Ledger.EnqueueAsync(changed.Enqueue(), default)).Generation);
        Assert.Equal(2, Assert.IsType<BlockResult.GenerationChanged>(await Ledger.BlockAsync(changed.Block(Updates.Failure), default)).Generation);
        Assert.Null(await Ledger.FindGuardAsync("acme", changed.Keys.GuardKey, default));
        var sent = await SendAsync(changed with { Generation = 2 });

        Assert.NotEqual(old.ExportId, sent.Export.ExportId);
        var guard = await Ledger.FindGuardAsync("acme", changed.Keys.GuardKey, default);
        Assert.Equal((2, sent.Export.ExportId, true), (guard!.Generation, guard.Holder.ExportId, guard.IsLive));
        Assert.Equal(LinkState.Unlinked, (await Queries.FindExportAsync("acme", old.ExportId, default))!.Link);
    }

    [Fact]
    public async Task A_target_whose_links_reach_otherwise_after_two_unlinks_is_told_each_generation_that_is_over()
    {
        var first = new ExportCase();
        await UnlinkedAsync(first);
        await UnlinkedAsync(first with { Generation = 2 });
        var changed = first with { Scope = LinkScope.PerTarget };

        Assert.Equal(2, Assert.IsType<ClaimResult.GenerationChanged>(await ClaimAsync(changed)).Generation);
        Assert.Equal(3, Assert.IsType<ClaimResult.GenerationChanged>(await ClaimAsync(changed with { Generation = 2 })).Generation);
        Assert.Equal(1, Assert.IsType<ClaimResult.GenerationChanged>(await ClaimAsync(changed with { Generation = 4 })).Generation);
        Assert.Equal(3, (await SendAsync(changed with { Generation = 3 })).Export.Generation);
    }

    [Fact]
    public async Task After_an_unlink_and_a_change_of_reach_the_ticket_of_another_target_still_guards_the_source()
    {
        var here = new ExportCase { Scope = LinkScope.PerTarget };
        await UnlinkedAsync(here);
        var there = await SendAsync(Other with { Scope = LinkScope.PerSource });
        await RecordAsync(there.Claim, Updates.Exported);

        var claimed = await ClaimAsync(here with { Scope = LinkScope.PerSource, Generation = 2 });

        Assert.Equal(there.Claim.ExportId, Assert.IsType<ClaimResult.Linked>(claimed).Holder.ExportId);
    }

    [Fact]
    public async Task After_an_unlink_and_a_change_of_reach_a_link_by_hand_is_a_new_export()
    {
        var first = new ExportCase();
        var old = await UnlinkedAsync(first);

        var linked = await ChangeAsync((first with { Scope = LinkScope.PerTarget }).Link(Updates.Ticket with { ProviderTicketId = "77" }));

        Assert.Equal((LinkOutcome.Linked, 2), (linked.Outcome, linked.Export!.Generation));
        Assert.NotEqual(old.ExportId, linked.Export.ExportId);
        Assert.Equal(LinkState.Unlinked, (await Queries.FindExportAsync("acme", old.ExportId, default))!.Link);
    }

    [Fact]
    public async Task Another_ticket_in_the_link_makes_nothing_good_that_failed_after_the_creation()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Exported with { Status = ExportStatus.PartialFailed, Failure = Updates.Failure });
        var ticket = Updates.Ticket with { ProviderTicketId = "77" };
        var relink = new LinkCommand.Relink("acme", sent.Claim.ExportId, ticket, Updates.By);

        Assert.Equal(LinkOutcome.Relinked, (await ChangeAsync(relink)).Outcome);

        var export = await FindAsync(sent.Claim);
        Assert.Equal((ExportStatus.PartialFailed, ticket, Updates.Failure.Message), (export.Status, export.Ticket, export.Failure!.Message));
        Assert.Equal(LinkOutcome.AlreadyLinked, (await ChangeAsync(relink)).Outcome);
        await DecideAsync(new DecisionCommand.MarkFollowUpDone("acme", sent.Claim.ExportId, Updates.By));
        Assert.Equal(ExportStatus.Exported, (await FindAsync(sent.Claim)).Status);
    }

    [Fact]
    [Trait("Fault", "F39")]
    public async Task A_target_that_is_disabled_after_the_claim_gets_no_further_attempt_until_it_is_enabled()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Unknown(null));
        var claimed = Assert.IsType<ClaimResult.ToReconcile>(await ClaimAsync(new ExportCase()));
        await DisableAsync();

        Assert.Null(await Ledger.BeginAttemptAsync(claimed.Claim, default));

        Assert.Equal(AttemptState.Unknown, Assert.Single(await AttemptsAsync(claimed.Claim)).State);
        await RecordAsync(claimed.Claim, Updates.Unknown(Now));
        Assert.Empty(await DueAsync());
        await EnableAsync();
        Assert.Equal([claimed.Claim.ExportId], await DueAsync());
        var again = Assert.IsType<ClaimResult.ToReconcile>(await ClaimAsync(new ExportCase()));
        Assert.Equal(2, (await Ledger.BeginAttemptAsync(again.Claim, default))!.AttemptNumber);
    }

    private async Task<ExportRecord> UnlinkedAsync(ExportCase export)
    {
        var sent = await SendAsync(export);
        await RecordAsync(sent.Claim, Updates.Exported);
        Assert.Equal(LinkOutcome.Unlinked, (await ChangeAsync(new LinkCommand.Unlink("acme", sent.Claim.ExportId, Updates.By))).Outcome);
        return await FindAsync(sent.Claim);
    }
}
