using TicketExport.Ledger;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    [Fact]
    [Trait("Behaviour", "S10")]
    public async Task An_override_is_written_down_and_changes_nothing_else()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Failed);
        var before = await FindAsync(sent.Claim);

        var overridden = await DecideAsync(new DecisionCommand.NoteOverride("acme", sent.Claim.ExportId, "sync_fresh cause_removed", Updates.By));

        Assert.Equal(DecisionOutcome.Done, overridden.Outcome);
        var after = await FindAsync(sent.Claim);
        Assert.Equal(before with { Failure = null }, after with { Failure = null });
        Assert.Equal(before.Failure!.Message, after.Failure!.Message);
        var audit = await Queries.ListAuditAsync(new AuditFilter { AccountId = "acme", ExportId = sent.Claim.ExportId }, new PageRequest(), default);
        Assert.Equal(
            [(AuditAction.Overridden, "sync_fresh cause_removed", Updates.By)],
            audit.Items.Select(static row => (row.Action, row.Overridden, row.By)));
    }

    [Fact]
    public async Task An_approval_is_written_down_with_the_export_that_it_lets_go_and_only_then()
    {
        var approved = Assert.IsType<EnqueueResult.Enqueued>(await Ledger.EnqueueAsync(new ExportCase().Enqueue() with { ApprovedBy = Updates.By }, default));
        var row = Assert.Single((await AuditAsync()).Items);
        Assert.Equal((AuditAction.Approved, approved.Export.ExportId, Updates.By, Now), (row.Action, row.ExportId, row.By, row.At));

        await EnqueueAsync(new ExportCase { RecordId = "nobody asked" });
        var other = new ExportCase { RecordId = "under way" };
        await SendAsync(other);
        Assert.IsType<EnqueueResult.Held>(await Ledger.EnqueueAsync(other.Enqueue() with { ApprovedBy = Updates.By }, default));

        Assert.Single((await AuditAsync()).Items);
    }

    [Fact]
    public async Task An_approval_without_a_reason_is_refused_and_nothing_is_enqueued()
    {
        var request = new ExportCase().Enqueue() with { ApprovedBy = new AuditStamp("user-1", " ") };

        await Assert.ThrowsAsync<ArgumentException>(() => Ledger.EnqueueAsync(request, default));

        Assert.Empty(await DueAsync());
        Assert.Empty((await AuditAsync()).Items);
    }

    private Task<Page<AuditRecord>> AuditAsync() => Queries.ListAuditAsync(new AuditFilter { AccountId = "acme" }, new PageRequest(), default);

    [Fact]
    public async Task A_note_on_an_export_that_the_account_does_not_have_is_refused_and_one_without_items_as_well()
    {
        var sent = await SendAsync(new ExportCase());

        Assert.Equal(DecisionOutcome.NotFound, (await DecideAsync(new DecisionCommand.NoteOverride("other", sent.Claim.ExportId, "sync_fresh", Updates.By))).Outcome);
        await Assert.ThrowsAsync<ArgumentException>(() => DecideAsync(new DecisionCommand.NoteOverride("acme", sent.Claim.ExportId, " ", Updates.By)));
        Assert.Empty((await Queries.ListAuditAsync(new AuditFilter { AccountId = "acme" }, new PageRequest(), default)).Items);
    }
}
