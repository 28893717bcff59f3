using TicketExport.Ledger;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    [Fact]
    public async Task Pages_hold_every_export_once_the_newest_first_while_others_are_added()
    {
        for (var n = 0; n < 25; n++)
        {
            await EnqueueAsync(new ExportCase { RecordId = $"{n}" });
            _clock.Advance(TimeSpan.FromMilliseconds(n % 3));
        }

        var seen = new List<ExportRecord>();
        string? cursor = null;
        do
        {
            var page = await Queries.ListAsync(new ExportFilter { AccountId = "acme" }, new PageRequest { Size = 4, Cursor = cursor }, default);
            Assert.InRange(page.Items.Length, 1, 4);
            seen.AddRange(page.Items);
            cursor = page.NextCursor;
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            await EnqueueAsync(new ExportCase { RecordId = $"added-{seen.Count}" });
        }
        while (cursor is not null);

        Assert.Equal(25, seen.Count);
        Assert.Equal(25, seen.Select(export => export.ExportId).Distinct().Count());
        Assert.Equal(seen.OrderByDescending(e => e.CreatedAt).ThenByDescending(e => e.ExportId, StringComparer.Ordinal), seen);
    }

    [Fact]
    public async Task A_list_is_narrowed_by_status_target_source_type_and_time()
    {
        await SendAsync(new ExportCase { RecordId = "sent" });
        _clock.Advance(TimeSpan.FromSeconds(1));
        var from = Now;
        await EnqueueAsync(new ExportCase { RecordId = "queued" });
        await EnqueueAsync(new ExportCase { RecordId = "elsewhere", Target = "other-tracker" });
        _clock.Advance(TimeSpan.FromSeconds(1));
        await RecordAsync((await SendAsync(new ExportCase { RecordId = "done" })).Claim, Updates.Exported);
        await EnqueueAsync(new ExportCase { RecordId = "foreign", Account = new() { Id = "other" } });
        var all = new ExportFilter { AccountId = "acme" };

        Assert.Equal(["done", "elsewhere", "queued", "sent"], await SourcesAsync(all));
        Assert.Equal(["elsewhere", "queued"], await SourcesAsync(all with { Statuses = [ExportStatus.Approved] }));
        Assert.Equal(["done", "sent"], await SourcesAsync(all with { Statuses = [ExportStatus.Exported, ExportStatus.Delivering, ExportStatus.Exported] }));
        Assert.Equal(["done", "queued", "sent"], await SourcesAsync(all with { TargetId = "tracker" }));
        Assert.Equal(["queued"], await SourcesAsync(all with { TargetId = "tracker", Statuses = [ExportStatus.Approved] }));
        Assert.Equal(["done", "elsewhere", "queued"], await SourcesAsync(all with { CreatedFrom = from }));
        Assert.Equal(["sent"], await SourcesAsync(all with { CreatedBefore = from }));
        Assert.Equal(["done"], await SourcesAsync(all with { TargetId = "tracker", Statuses = [ExportStatus.Exported] }));
        Assert.Empty(await SourcesAsync(all with { TargetId = "other-tracker", Statuses = [ExportStatus.Exported] }));
        Assert.Equal(["elsewhere", "queued"], await SourcesAsync(all with { CreatedFrom = from, CreatedBefore = Now }));
        Assert.Equal(4, (await SourcesAsync(all with { SourceType = "report_issue" })).Length);
        Assert.Empty(await SourcesAsync(all with { SourceType = "fix_task" }));
    }

    [Fact]
    public async Task Pages_over_several_statuses_lose_and_double_nothing()
    {
        for (var n = 0; n < 12; n++)
        {
            var sent = await SendAsync(new ExportCase { RecordId = $"{n}" });
            await RecordAsync(sent.Claim, n % 2 == 0 ? Updates.Exported : Updates.Failed);
        }

        var filter = new ExportFilter { AccountId = "acme", Statuses = [ExportStatus.Failed, ExportStatus.Exported] };
        var first = await Queries.ListAsync(filter, new PageRequest { Size = 7 }, default);
        var second = await Queries.ListAsync(filter, new PageRequest { Size = 7, Cursor = first.NextCursor }, default);

        Assert.Equal((7, 5, null), (first.Items.Length, second.Items.Length, second.NextCursor));
        Assert.Equal(12, first.Items.Concat(second.Items).Select(export => export.ExportId).Distinct().Count());
    }

    [Fact]
    public async Task The_audit_is_paged()
    {
        for (var n = 0; n < 5; n++)
        {
            await ChangeAsync(new ExportCase { RecordId = $"{n}" }.Link(Updates.Ticket));
        }

        var filter = new AuditFilter { AccountId = "acme" };
        var first = await Queries.ListAuditAsync(filter, new PageRequest { Size = 3 }, default);
        var second = await Queries.ListAuditAsync(filter, new PageRequest { Size = 3, Cursor = first.NextCursor }, default);

        Assert.Equal((3, 2, null), (first.Items.Length, second.Items.Length, second.NextCursor));
        Assert.Equal(5, first.Items.Concat(second.Items).Select(row => row.Number).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("abc")]
    [InlineData("YXVkaXR8MXw")]
    [InlineData("ZXhwb3J0c3x4fGE")]
    public async Task A_cursor_that_this_list_did_not_make_is_refused(string cursor)
    {
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Queries.ListAsync(new ExportFilter { AccountId = "acme" }, new PageRequest { Cursor = cursor }, default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(501)]
    public async Task A_page_size_out_of_range_is_refused(int size)
    {
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Queries.ListAsync(new ExportFilter { AccountId = "acme" }, new PageRequest { Size = size }, default));
    }

    private async Task<string[]> SourcesAsync(ExportFilter filter) =>
        [.. (await Queries.ListAsync(filter, new PageRequest(), default)).Items.Select(export => export.Source.Id)];
}
