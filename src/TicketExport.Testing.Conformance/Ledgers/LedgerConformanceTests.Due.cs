using TicketExport.Ledger;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    [Fact]
    public async Task A_retry_is_due_from_its_time_on_and_not_a_moment_earlier()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Retry(Now + TimeSpan.FromSeconds(10)));
        _clock.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromMilliseconds(1));
        Assert.Empty(await DueAsync());

        _clock.Advance(TimeSpan.FromMilliseconds(1));

        var due = Assert.Single(await Ledger.FindDueAsync(new DueQuery { Limit = 5 }, default));
        Assert.Equal(new DueExport(new TargetKey("acme", "tracker"), sent.Claim.ExportId, Now), due);
    }

    [Fact]
    [Trait("Fault", "F80")]
    public async Task An_export_whose_worker_died_is_due_when_its_lease_ends()
    {
        var sent = await SendAsync(new ExportCase());
        _clock.Advance(Lease - TimeSpan.FromMilliseconds(1));
        Assert.Empty(await DueAsync());

        _clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal([sent.Claim.ExportId], await DueAsync());
    }

    [Fact]
    public async Task An_unknown_outcome_is_due_when_its_look_up_is_and_never_when_a_person_must_confirm()
    {
        var planned = await SendAsync(new ExportCase { RecordId = "planned" });
        await RecordAsync(planned.Claim, Updates.Unknown(Now + TimeSpan.FromSeconds(1)));
        var parked = await SendAsync(new ExportCase { RecordId = "parked" });
        await RecordAsync(parked.Claim, Updates.Unknown(null));
        _clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal([planned.Claim.ExportId], await DueAsync());
    }

    [Fact]
    public async Task What_is_claimed_linked_or_ended_is_not_due()
    {
        var linked = await SendAsync(new ExportCase { RecordId = "linked" });
        await RecordAsync(linked.Claim, Updates.Exported with { RetryAt = Now });
        var failed = await SendAsync(new ExportCase { RecordId = "failed" });
        await RecordAsync(failed.Claim, Updates.Failed);
        await EnqueueAsync(new ExportCase { RecordId = "claimed" });
        await SendAsync(new ExportCase { RecordId = "claimed" });

        Assert.Empty(await DueAsync());
    }

    [Fact]
    [Trait("Fault", "F82")]
    public async Task An_account_with_one_export_is_served_in_the_first_round_beside_one_with_a_thousand()
    {
        for (var n = 0; n < 1_000; n++)
        {
            await EnqueueAsync(new ExportCase { Account = new() { Id = "big" }, RecordId = $"{n}" });
        }

        _clock.Advance(TimeSpan.FromSeconds(1));
        var small = await EnqueueAsync(new ExportCase { Account = new() { Id = "small" } });

        var due = await Ledger.FindDueAsync(new DueQuery { Limit = 4 }, default);

        Assert.Equal(["big", "small", "big", "big"], due.Select(export => export.Target.AccountId));
        Assert.Equal(small.Export.ExportId, due[1].ExportId);
    }

    [Fact]
    [Trait("Fault", "F82")]
    public async Task With_more_targets_than_places_each_is_served_once_before_any_is_served_twice()
    {
        for (var n = 0; n < 90; n++)
        {
            await EnqueueAsync(new ExportCase { Target = $"target-{n % 9}", RecordId = $"{n}" });
        }

        var served = new List<string>();
        TargetKey? after = null;
        for (var round = 0; round < 3; round++)
        {
            var due = await Ledger.FindDueAsync(new DueQuery { Limit = 3, After = after }, default);
            served.AddRange(due.Select(export => export.Target.TargetId));
            after = due[^1].Target;
        }

        Assert.Equal(9, served.Distinct().Count());
    }

    [Fact]
    public async Task Inside_a_target_the_oldest_is_served_first()
    {
        var expected = new List<string>();
        for (var n = 0; n < 5; n++)
        {
            expected.Add((await EnqueueAsync(new ExportCase { RecordId = $"{9 - n}" })).Export.ExportId);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(expected, await DueAsync());
        Assert.Equal(expected.Take(2), await DueAsync(limit: 2));
    }

    [Fact]
    public async Task Targets_that_the_caller_excludes_are_left_out_of_one_account_only()
    {
        await EnqueueAsync(new ExportCase { RecordId = "1" });
        var other = await EnqueueAsync(new ExportCase { RecordId = "2", Account = new() { Id = "other" } });

        var due = await Ledger.FindDueAsync(new DueQuery { Limit = 1, Excluded = [new("acme", "tracker")] }, default);

        Assert.Equal(other.Export.ExportId, Assert.Single(due).ExportId);
    }

    [Fact]
    public async Task Targets_are_served_in_the_order_of_code_points()
    {
        string[] targets = ["a", "\uE000", "\U0001F600", "B"];
        foreach (var target in targets)
        {
            for (var n = 0; n < 6; n++)
            {
                await EnqueueAsync(new ExportCase { Target = target, RecordId = $"{target}-{n}" });
            }
        }

        var due = await Ledger.FindDueAsync(new DueQuery { Limit = 4, After = new("acme", "a") }, default);

        Assert.Equal(["\uE000", "\U0001F600", "B", "a"], due.Select(export => export.Target.TargetId));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_001)]
    public Task A_limit_out_of_range_is_refused(int limit) =>
        Assert.ThrowsAsync<ArgumentException>(() => Ledger.FindDueAsync(new DueQuery { Limit = limit }, default));
}
