using TicketExport.Ledger;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    [Fact]
    [Trait("Behaviour", "S10")]
    public async Task An_override_and_an_approval_are_written_down_and_change_nothing_else()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Failed);
        var before = await FindAsync(sent.Claim);

        var overridden = await DecideAsync(new DecisionCommand.NoteOverride("acme", sent.Claim.ExportId, "sync_fresh cause_removed", Updates.By));
        var approved = await DecideAsync(new DecisionCommand.NoteApproval("acme", sent.Claim.ExportId, Updates.By));

        Assert.Equal((DecisionOutcome.Done, DecisionOutcome.Done), (overridden.Outcome, approved.Outcome));
        var after = await FindAsync(sent.Claim);
        Assert.Equal(before with { Failure = null }, after with { Failure = null });
        Assert.Equal(before.Failure!.Message, after.Failure!.Message);
        var audit = await Queries.ListAuditAsync(new AuditFilter { AccountId = "acme", ExportId = sent.Claim.ExportId }, new PageRequest(), default);
        Assert.Equal(
            [(AuditAction.Approved, null, Updates.By), (AuditAction.Overridden, "sync_fresh cause_removed", Updates.By)],
            audit.Items.Select(static row => (row.Action, row.Overridden, row.By)));
    }

    [Fact]
    public async Task A_note_on_an_export_that_the_account_does_not_have_is_refused_and_one_without_items_as_well()
    {
        var sent = await SendAsync(new ExportCase());

        Assert.Equal(DecisionOutcome.NotFound, (await DecideAsync(new DecisionCommand.NoteApproval("other", sent.Claim.ExportId, Updates.By))).Outcome);
        await Assert.ThrowsAsync<ArgumentException>(() => DecideAsync(new DecisionCommand.NoteOverride("acme", sent.Claim.ExportId, " ", Updates.By)));
        Assert.Empty((await Queries.ListAuditAsync(new AuditFilter { AccountId = "acme" }, new PageRequest(), default)).Items);
    }
}
