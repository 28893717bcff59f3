using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.States;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    [Fact]
    [Trait("Fault", "F122")]
    [Trait("Fault", "F124")]
    public async Task A_delivery_is_new_once_and_another_body_under_its_id_is_told_apart()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => ReceiveAsync(Tracker, "delivery-1", "hash-a"))));

        Assert.Single(results, ReceiptResult.New);
        Assert.Equal(39, results.Count(result => result == ReceiptResult.Duplicate));
        Assert.Equal(ReceiptResult.DifferentBody, await ReceiveAsync(Tracker, "delivery-1", "hash-b"));
        Assert.Equal(ReceiptResult.Duplicate, await ReceiveAsync(Tracker, "delivery-1", "hash-a"));
        Assert.Equal(ReceiptResult.New, await ReceiveAsync(Tracker with { AccountId = "other" }, "delivery-1", "hash-b"));
        Assert.Equal(ReceiptResult.New, await ReceiveAsync(Tracker with { TargetId = "other" }, "delivery-1", "hash-b"));
        Assert.Equal(ReceiptResult.Duplicate, await Receipts.FindReceiptAsync(Tracker, "delivery-1", "hash-a", default));
        Assert.Equal(ReceiptResult.DifferentBody, await Receipts.FindReceiptAsync(Tracker, "delivery-1", "hash-b", default));
        Assert.Equal(ReceiptResult.New, await Receipts.FindReceiptAsync(Tracker, "delivery-2", "hash-b", default));
    }

    [Fact]
    [Trait("Fault", "F127")]
    public async Task A_delivery_and_what_it_brings_are_written_together_or_not_at_all()
    {
        var linked = await LinkedAsync();
        var receipt = ReceiptOf("delivery-1", new InboundEntry(RecordOf(linked)) { Fact = ReadOf(linked, ProviderStatus.Done, "Closed") });

        var written = await Receipts.RecordReceiptAsync(receipt, default);
        var again = await Receipts.RecordReceiptAsync(receipt, default);
        var forged = await Receipts.RecordReceiptAsync(
            ReceiptOf("delivery-1", new InboundEntry(RecordOf(linked)) { Fact = ReadOf(linked, ProviderStatus.Open, "Reopened") }) with { BodyHash = "other" },
            default);

        Assert.Equal((ReceiptResult.New, ReceiptResult.Duplicate, ReceiptResult.DifferentBody), (written.Result, again.Result, forged.Result));
        Assert.Empty(again.Records);
        Assert.Empty(forged.Records);
        Assert.Equal(("Closed", ProviderStatus.Done), ((await SyncedAsync(linked)).RawStatus, (await SyncedAsync(linked)).Status));
        var record = Assert.Single(await InboundAsync(Tracker));
        Assert.Equal(Assert.Single(written.Records), record);
        Assert.Equal(RecordOf(linked) with { Number = record.Number, At = Now, IsApplied = true }, record);
    }

    [Fact]
    [Trait("Fault", "F123")]
    [Trait("Fault", "F134")]
    public async Task A_fact_of_an_event_that_is_older_or_about_a_former_ticket_says_so_in_its_record()
    {
        var linked = await LinkedAsync();
        var newer = ReadOf(linked, ProviderStatus.Done, "Closed") with { ProviderUpdatedAt = Now };
        await Receipts.RecordReceiptAsync(ReceiptOf("1", new InboundEntry(RecordOf(linked)) { Fact = newer }), default);
        _clock.Advance(TimeSpan.FromSeconds(1));

        var late = await Receipts.RecordReceiptAsync(
            ReceiptOf(
                "2",
                new InboundEntry(RecordOf(linked)) { Fact = ReadOf(linked, ProviderStatus.Open, "Open") with { ProviderUpdatedAt = newer.ProviderUpdatedAt!.Value.AddSeconds(-9) } },
                new InboundEntry(RecordOf(linked)) { Fact = ReadOf(linked, ProviderStatus.Open, "Open") with { ProviderTicketId = "another" } }),
            default);

        Assert.Equal(["older", "unknown_ticket"], late.Records.Select(record => record.Reason));
        Assert.DoesNotContain(late.Records, record => record.IsApplied);
        Assert.Equal(ProviderStatus.Done, (await SyncedAsync(linked)).Status);
    }

    [Fact]
    [Trait("Behaviour", "S240")]
    [Trait("Fault", "F135")]
    public async Task A_ticket_of_a_target_tells_its_export_by_id_first_and_by_key_else()
    {
        var linked = await LinkedAsync();

        Assert.Equal([linked.ExportId], await LinksAsync(new() { AccountId = "acme", TargetId = "tracker", TicketIds = ["10001"] }));
        Assert.Equal([linked.ExportId], await LinksAsync(new() { TargetId = "tracker", TicketIds = ["none", "10001"] }));
        Assert.Equal([linked.ExportId], await LinksAsync(new() { AccountId = "acme", TargetId = "tracker", TicketIds = ["ACME-7"], IssueIds = ["ACME-7"] }));
        Assert.Equal([linked.ExportId], await LinksAsync(new() { TargetId = "tracker", IssueIds = ["ACME-7"] }));
        Assert.Empty(await LinksAsync(new() { AccountId = "other", TargetId = "tracker", TicketIds = ["10001"], IssueIds = ["ACME-7"] }));
        Assert.Empty(await LinksAsync(new() { AccountId = "acme", TargetId = "other", TicketIds = ["10001"], IssueIds = ["ACME-7"] }));
        Assert.Empty(await LinksAsync(new() { AccountId = "acme", TargetId = "tracker" }));
    }

    [Fact]
    [Trait("Fault", "F125")]
    public async Task Equal_tickets_of_two_accounts_are_told_apart_by_the_account_and_ambiguous_without_it()
    {
        var own = await LinkedAsync();
        var foreign = await SendAsync(new ExportCase { Account = new() { Id = "globex" } });
        await RecordAsync(foreign.Claim, Updates.Exported);

        Assert.Equal([own.ExportId], await LinksAsync(new() { AccountId = "acme", TargetId = "tracker", TicketIds = ["10001"] }));
        Assert.Equal([foreign.Claim.ExportId], await LinksAsync(new() { AccountId = "globex", TargetId = "tracker", TicketIds = ["10001"] }));
        Assert.Equal(2, (await LinksAsync(new() { TargetId = "tracker", TicketIds = ["10001"] })).Length);
    }

    [Fact]
    [Trait("Fault", "F133")]
    public async Task What_was_unlinked_or_relinked_is_found_no_more_under_its_old_ticket()
    {
        var linked = await LinkedAsync();
        await ChangeAsync(new LinkCommand.Relink("acme", linked.ExportId, Updates.OtherTicket, Updates.By));
        Assert.Empty(await LinksAsync(new() { AccountId = "acme", TargetId = "tracker", TicketIds = ["10001"], IssueIds = ["ACME-7"] }));
        Assert.Equal([linked.ExportId], await LinksAsync(new() { AccountId = "acme", TargetId = "tracker", IssueIds = ["ACME-8"] }));

        await ChangeAsync(new LinkCommand.Unlink("acme", linked.ExportId, Updates.By));

        Assert.Empty(await LinksAsync(new() { AccountId = "acme", TargetId = "tracker", TicketIds = ["20002"], IssueIds = ["ACME-8"] }));
    }

    [Fact]
    public async Task What_came_in_is_listed_by_target_the_newest_first_and_forgotten_from_the_oldest_on()
    {
        var linked = await LinkedAsync();
        foreach (var id in new[] { "1", "2", "3" })
        {
            await Receipts.RecordReceiptAsync(ReceiptOf(id, new InboundEntry(RecordOf(linked) with { DeliveryId = id, Reason = "read_planned", ActorId = "kim", OccurredAt = Now })), default);
            _clock.Advance(TimeSpan.FromHours(1));
        }

        var first = await Receipts.ListInboundAsync(Tracker, new PageRequest { Size = 2 }, default);
        var second = await Receipts.ListInboundAsync(Tracker, new PageRequest { Size = 2, Cursor = first.NextCursor }, default);
        Assert.Equal(["3", "2", "1"], first.Items.Concat(second.Items).Select(row => row.DeliveryId));
        Assert.Null(second.NextCursor);
        Assert.Empty(await InboundAsync(Tracker with { AccountId = "other" }));

        Assert.Equal(2, await Receipts.PruneReceiptsAsync(Now.AddHours(-1), 1, default));
        Assert.Equal(2, await Receipts.PruneReceiptsAsync(Now.AddHours(-1), 100, default));
        Assert.Equal(0, await Receipts.PruneReceiptsAsync(Now.AddHours(-1), 100, default));

        Assert.Equal("3", Assert.Single(await InboundAsync(Tracker)).DeliveryId);
        Assert.Equal(ReceiptResult.New, await ReceiveAsync(Tracker, "1", "hash-a"));
        Assert.Equal(ReceiptResult.Duplicate, await ReceiveAsync(Tracker, "3", "hash-a"));
    }

    [Fact]
    public async Task A_receipt_that_cannot_be_stored_is_refused()
    {
        var linked = await LinkedAsync();
        await Assert.ThrowsAnyAsync<ArgumentException>(() => ReceiveAsync(Tracker, "a\0b", "hash"));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Receipts.RecordReceiptAsync(ReceiptOf("1", new InboundEntry(RecordOf(linked) with { TicketId = "\ud800" })), default));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Receipts.RecordReceiptAsync(ReceiptOf("1", new InboundEntry(RecordOf(linked) with { Kind = InboundEventKind.Unknown })), default));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Receipts.PruneReceiptsAsync(Now, 0, default));
        Assert.Equal(ReceiptResult.New, await ReceiveAsync(Tracker, "1", "hash"));
    }

    private async Task<ReceiptResult> ReceiveAsync(TargetKey target, string deliveryId, string hash) =>
        (await Receipts.RecordReceiptAsync(new InboundReceipt { Target = target, DeliveryId = deliveryId, BodyHash = hash }, default)).Result;

    private async Task<string[]> LinksAsync(LinkQuery query) => [.. (await Receipts.FindLinksAsync(query, default)).Select(export => export.ExportId)];

    private async Task<InboundRecord[]> InboundAsync(TargetKey target) => [.. (await Receipts.ListInboundAsync(target, new PageRequest(), default)).Items];

    private static InboundReceipt ReceiptOf(string deliveryId, params InboundEntry[] entries) =>
        new() { Target = Tracker, DeliveryId = deliveryId, BodyHash = "hash-a", Entries = [.. entries] };

    private static InboundRecord RecordOf(ExportRecord export) => new()
    {
        Target = new TargetKey(export.Account.Id, export.TargetId),
        Kind = InboundEventKind.TicketChanged,
        TicketId = export.Ticket!.ProviderTicketId,
        ExportId = export.ExportId,
    };
}
