using TicketExport.Ledger;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    [Fact]
    [Trait("Fault", "F111")]
    public async Task A_finding_of_two_years_ago_still_has_its_ticket_after_its_document_was_removed()
    {
        var old = await SendAsync(new ExportCase());
        await RecordAsync(old.Claim, Updates.Exported);
        _clock.Advance(TimeSpan.FromDays(730));

        var removed = await Retention.RemoveDocumentsAsync(new() { Before = Now }, default);

        Assert.Equal(new DocumentRemovalResult(1, null), removed);
        Assert.Null(await Queries.ReadDocumentAsync("acme", old.Claim.ExportId, default));
        var linked = Assert.IsType<ClaimResult.Linked>(await ClaimAsync(new ExportCase()));
        Assert.Equal((old.Claim.ExportId, Updates.Ticket), (linked.Holder.ExportId, linked.Holder.Ticket));
        Assert.Single(await AttemptsAsync(old.Claim));
        Assert.Equal(new DocumentRemovalResult(0, null), await Retention.RemoveDocumentsAsync(new() { Before = Now }, default));
    }

    [Fact]
    [Trait("Fault", "F111")]
    public async Task What_may_still_be_sent_or_handed_over_keeps_its_document()
    {
        var sending = await SendAsync(new ExportCase { RecordId = "sending" });
        var unknown = await SendAsync(new ExportCase { RecordId = "unknown" });
        await RecordAsync(unknown.Claim, Updates.Unknown(Now + TimeSpan.FromMinutes(1)));
        var failed = await SendAsync(new ExportCase { RecordId = "failed" });
        await RecordAsync(failed.Claim, Updates.Failed);
        var enqueued = await EnqueueAsync(new ExportCase { RecordId = "enqueued" });
        _clock.Advance(TimeSpan.FromDays(730));
        var young = await SendAsync(new ExportCase { RecordId = "young" });
        await RecordAsync(young.Claim, Updates.Exported);

        Assert.Equal(0, (await Retention.RemoveDocumentsAsync(new() { Before = Now }, default)).Removed);

        foreach (var id in new[] { sending.Claim.ExportId, unknown.Claim.ExportId, failed.Claim.ExportId, enqueued.Export.ExportId, young.Claim.ExportId })
        {
            Assert.NotNull(await Queries.ReadDocumentAsync("acme", id, default));
        }
    }

    [Fact]
    public async Task Documents_of_all_accounts_are_looked_at_page_by_page_and_none_twice()
    {
        const int count = 7;
        for (var number = 0; number < count; number++)
        {
            var sent = await SendAsync(new ExportCase { Account = new() { Id = number % 2 == 0 ? "acme" : "initech" }, RecordId = $"{number}" });
            await RecordAsync(sent.Claim, number == 3 ? Updates.Failed : Updates.Exported);
        }

        _clock.Advance(TimeSpan.FromDays(1));
        var (removed, places, after) = (0, new List<DocumentPlace>(), (DocumentPlace?)null);
        do
        {
            var page = await Retention.RemoveDocumentsAsync(new() { Before = Now, After = after, Size = 2 }, default);
            (removed, after) = (removed + page.Removed, page.Next);
            places.AddRange(after is null ? [] : [after]);
        }
        while (after is not null);

        Assert.Equal(count - 1, removed);
        Assert.Equal(places.Distinct(), places);
        Assert.Equal(3, places.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(501)]
    public Task A_page_of_documents_that_is_out_of_range_is_refused(int size) =>
        Assert.ThrowsAsync<ArgumentException>(() => Retention.RemoveDocumentsAsync(new() { Before = Now, Size = size }, default));
}
