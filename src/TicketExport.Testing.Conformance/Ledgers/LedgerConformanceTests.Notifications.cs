using TicketExport.Ledger;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    [Fact]
    [Trait("Fault", "F8")]
    public async Task An_outcome_is_told_with_its_export_until_the_host_took_it()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Exported with { Notify = true });

        var first = await TakeAsync();
        Assert.Null(await TakeAsync());
        _clock.Advance(Lease + TimeSpan.FromMilliseconds(1));
        var again = await TakeAsync();

        Assert.Equal((sent.Claim.ExportId, ExportStatus.Exported, Updates.Ticket, 1), (first!.Export.ExportId, first.Status, first.Export.Ticket, first.Deliveries));
        Assert.Equal((first.NotificationId, first.OccurredAt, 2), (again!.NotificationId, again.OccurredAt, again.Deliveries));
        Assert.True(await Notifications.EndNotificationAsync(again, default));
        _clock.Advance(Lease + TimeSpan.FromMilliseconds(1));
        Assert.Null(await TakeAsync());
    }

    [Fact]
    public async Task A_notification_that_another_caller_took_since_is_neither_ended_nor_kept()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Exported with { Notify = true });
        var slow = await TakeAsync();
        _clock.Advance(Lease + TimeSpan.FromMilliseconds(1));
        var newer = await TakeAsync();

        Assert.False(await Notifications.EndNotificationAsync(slow!, default));
        Assert.False(await Notifications.KeepNotificationAsync(slow!, Now.AddYears(1), default));
        Assert.True(await Notifications.KeepNotificationAsync(newer!, Now.AddMinutes(5), default));

        Assert.Null(await TakeAsync());
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(newer!.NotificationId, (await TakeAsync())!.NotificationId);
    }

    [Fact]
    public async Task Only_ends_and_what_waits_for_a_person_are_told_and_only_where_somebody_asked()
    {
        var untold = await SendAsync(new ExportCase { RecordId = "untold" });
        await RecordAsync(untold.Claim, Updates.Exported);
        var retried = await SendAsync(new ExportCase { RecordId = "retried" });
        await RecordAsync(retried.Claim, Updates.Retry(Now.AddMinutes(1)) with { Notify = true });
        var looked = await SendAsync(new ExportCase { RecordId = "looked" });
        await RecordAsync(looked.Claim, Updates.Unknown(Now.AddMinutes(1)) with { Notify = true });
        var asked = await SendAsync(new ExportCase { RecordId = "asked" });
        await RecordAsync(asked.Claim, Updates.Unknown(null) with { Notify = true });
        _clock.Advance(TimeSpan.FromSeconds(1));
        var failed = await SendAsync(new ExportCase { RecordId = "failed" });
        await RecordAsync(failed.Claim, Updates.Failed with { Notify = true });

        var told = new[] { await TakeAsync(), await TakeAsync(), await TakeAsync() };

        Assert.Equal([(asked.Claim.ExportId, ExportStatus.DeliveryUnknown), (failed.Claim.ExportId, ExportStatus.Failed)], told[..2].Select(static one => (one!.Export.ExportId, one.Status)));
        Assert.Null(told[2]);
    }

    [Fact]
    public async Task A_repeated_record_tells_nothing_again_and_a_later_outcome_is_a_notification_of_its_own()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Failed with { Notify = true });
        await RecordAsync(sent.Claim, Updates.Failed with { Notify = true });
        var first = await TakeAsync();
        await Notifications.EndNotificationAsync(first!, default);
        Assert.Null(await TakeAsync());

        var again = await SendAsync(new ExportCase());
        await RecordAsync(again.Claim, Updates.Exported with { Notify = true });

        var second = await TakeAsync();
        Assert.NotEqual(first!.NotificationId, second!.NotificationId);
        Assert.Equal(ExportStatus.Exported, second.Status);
    }

    [Fact]
    public async Task Each_notification_is_taken_by_one_of_many()
    {
        for (var number = 0; number < 20; number++)
        {
            var sent = await SendAsync(new ExportCase { RecordId = $"{number}" });
            await RecordAsync(sent.Claim, Updates.Exported with { Notify = true });
        }

        var taken = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(TakeAsync)));

        Assert.Equal(20, taken.OfType<NotificationRecord>().Select(static one => one.NotificationId).Distinct().Count());
        Assert.Equal(20, taken.OfType<NotificationRecord>().Count());
    }

    private Task<NotificationRecord?> TakeAsync() => Notifications.TakeNotificationAsync(Lease, default);
}
