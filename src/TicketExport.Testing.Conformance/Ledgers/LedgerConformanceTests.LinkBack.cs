using TicketExport.Identity;
using TicketExport.Ledger;
using TicketExport.States;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    [Fact]
    public async Task A_ticket_that_is_named_later_takes_the_place_of_the_reference_that_stood_for_it()
    {
        var taken = await TakenAsync();
        _clock.Advance(TimeSpan.FromMinutes(3));

        var linked = await LinkBackAsync(taken.IdempotencyKey, Updates.Ticket);
        var again = await LinkBackAsync(taken.IdempotencyKey, Updates.Ticket);

        Assert.Equal((LinkOutcome.Linked, LinkOutcome.AlreadyLinked), (linked.Outcome, again.Outcome));
        var export = (await Queries.FindExportAsync("acme", taken.ExportId, default))!;
        Assert.Equal((Updates.Ticket, LinkState.Live, ExportStatus.Exported, Now), (export.Ticket, export.Link, export.Status, export.LinkedAt));
        Assert.Equal((taken.Fingerprint, taken.IdempotencyKey, taken.Attempts), (export.Fingerprint, export.IdempotencyKey, export.Attempts));
        var row = Assert.Single((await Queries.ListAuditAsync(new AuditFilter { AccountId = "acme" }, new PageRequest(), default)).Items);
        Assert.Equal((AuditAction.LinkedBack, Updates.By, taken.ExportId), (row.Action, row.By, row.ExportId));
        Assert.Equal((Updates.Ticket.ProviderTicketId, $"webhook:{taken.IdempotencyKey}"), (row.TicketId, row.FormerTicketId));
        Assert.Equal(taken.ExportId, Assert.IsType<ClaimResult.Linked>(await ClaimAsync(new ExportCase())).Holder.ExportId);
    }

    [Fact]
    public async Task No_other_reference_gives_way_to_a_ticket_that_is_named_later()
    {
        var taken = await TakenAsync();
        await LinkBackAsync(taken.IdempotencyKey, Updates.Ticket);

        var other = await LinkBackAsync(taken.IdempotencyKey, Updates.OtherTicket);

        Assert.Equal((LinkOutcome.Conflict, Updates.Ticket), (other.Outcome, other.Export!.Ticket));
        Assert.Equal(Updates.Ticket, (await Queries.FindExportAsync("acme", taken.ExportId, default))!.Ticket);
    }

    [Fact]
    public async Task The_placeholder_of_another_export_does_not_give_way()
    {
        var sent = await SendAsync(new ExportCase());
        var foreign = LedgerRules.PlaceholderOf(new ExportCase { RecordId = "other" }.Keys.IdempotencyKey);
        await RecordAsync(sent.Claim, Updates.Exported with { Ticket = new TicketReference { ProviderTicketId = foreign } });

        Assert.Equal(LinkOutcome.Conflict, (await LinkBackAsync(sent.Export.IdempotencyKey, Updates.Ticket)).Outcome);
    }

    [Fact]
    [Trait("Fault", "F133")]
    [Trait("Fault", "F135")]
    public async Task A_key_that_is_unknown_or_of_another_account_is_not_found()
    {
        var taken = await TakenAsync();

        Assert.Equal(new LinkResult(LinkOutcome.NotFound, null), await LinkBackAsync(new ExportCase { RecordId = "unknown" }.Keys.IdempotencyKey, Updates.Ticket));
        Assert.Equal(
            new LinkResult(LinkOutcome.NotFound, null),
            await ChangeAsync(new LinkCommand.LinkBack("other", taken.IdempotencyKey, Updates.Ticket, Updates.By)));
    }

    [Fact]
    public async Task A_ticket_is_not_named_while_the_delivery_is_open_nor_after_it_failed_nor_after_an_unlink()
    {
        var sent = await SendAsync(new ExportCase());
        Assert.Equal(LinkOutcome.InUse, (await LinkBackAsync(sent.Export.IdempotencyKey, Updates.Ticket)).Outcome);
        await RecordAsync(sent.Claim, Updates.Failed);
        Assert.Equal(LinkOutcome.NotLinked, (await LinkBackAsync(sent.Export.IdempotencyKey, Updates.Ticket)).Outcome);

        var taken = await TakenAsync("second");
        await ChangeAsync(new LinkCommand.Unlink("acme", taken.ExportId, Updates.By));

        Assert.Equal(LinkOutcome.NotLinked, (await LinkBackAsync(taken.IdempotencyKey, Updates.Ticket)).Outcome);
    }

    [Fact]
    public async Task A_ticket_without_an_id_is_not_named()
    {
        var taken = await TakenAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => LinkBackAsync(taken.IdempotencyKey, new TicketReference { ProviderTicketId = " " }));
    }

    private Task<LinkResult> LinkBackAsync(IdempotencyKey key, TicketReference ticket) =>
        ChangeAsync(new LinkCommand.LinkBack("acme", key, ticket, Updates.By));

    private async Task<ExportRecord> TakenAsync(string record = "4711")
    {
        var sent = await SendAsync(new ExportCase { RecordId = record });
        var placeholder = new TicketReference { ProviderTicketId = LedgerRules.PlaceholderOf(sent.Export.IdempotencyKey) };
        await RecordAsync(sent.Claim, Updates.Exported with { Ticket = placeholder });
        return await FindAsync(sent.Claim);
    }
}
