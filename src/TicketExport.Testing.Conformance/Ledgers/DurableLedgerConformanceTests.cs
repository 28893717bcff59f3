using TicketExport.Ledger;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

/// <summary>Holds a durable ledger to its contract: what was answered is there after the ledger was opened anew.</summary>
public abstract class DurableLedgerConformanceTests : LedgerConformanceTests
{
    /// <summary>Opens another ledger over the storage of the one that this fact created; the first may still be open.</summary>
    protected abstract Task<LedgerUnderTest> ReopenLedgerAsync(TimeProvider time);

    [Fact]
    public async Task A_claim_is_still_held_after_reopening()
    {
        var sent = await SendAsync(new ExportCase());
        Use(await ReopenLedgerAsync(Clock));

        Assert.Equal(sent.Export, Assert.IsType<ClaimResult.Held>(await ClaimAsync(new ExportCase())).Holder);
        Assert.True(await Ledger.RecordAsync(sent.Claim, Updates.Exported, default));
    }

    [Fact]
    [Trait("Behaviour", "S76")]
    [Trait("Fault", "F72")]
    public async Task Everything_written_is_there_after_reopening()
    {
        var export = new ExportCase();
        var sent = await SendAsync(export);
        await RecordAsync(sent.Claim, Updates.Retry(Clock.GetUtcNow() + TimeSpan.FromHours(1)));
        var other = await SendAsync(new ExportCase { RecordId = "linked" });
        await RecordAsync(other.Claim, Updates.Exported);
        var before = (await FindAsync(sent.Claim), await FindAsync(other.Claim));
        var attempts = await AttemptsAsync(sent.Claim);

        Use(await ReopenLedgerAsync(Clock));

        var after = await FindAsync(sent.Claim);
        Assert.Equal(before.Item1 with { Failure = after.Failure }, after);
        Assert.Equal(before.Item1.Failure!.Violations.AsEnumerable(), after.Failure!.Violations.AsEnumerable());
        Assert.Equal(before.Item2, await FindAsync(other.Claim));
        Assert.Equal(attempts.Select(a => (a.Number, a.State, a.EndedAt)), (await AttemptsAsync(sent.Claim)).Select(a => (a.Number, a.State, a.EndedAt)));
        Assert.NotNull(await Queries.ReadDocumentAsync("acme", sent.Claim.ExportId, default));
        Assert.IsType<ClaimResult.Waiting>(await ClaimAsync(export));
    }

    [Fact]
    [Trait("Fault", "F8")]
    public async Task What_the_host_was_not_told_before_a_crash_is_told_after_it()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Exported with { Notify = true });
        var crashed = await Notifications.TakeNotificationAsync(TimeSpan.Zero, default);

        Use(await ReopenLedgerAsync(Clock));

        var again = await Notifications.TakeNotificationAsync(TimeSpan.FromMinutes(1), default);
        Assert.Equal((crashed!.NotificationId, 2), (again!.NotificationId, again.Deliveries));
        Assert.Null(await Notifications.TakeNotificationAsync(TimeSpan.FromMinutes(1), default));
    }

    [Fact]
    public async Task A_confirmed_ownership_is_still_there_after_reopening()
    {
        var target = new TargetKey("acme", "board");
        var confirm = new OwnershipCommand.Confirm(target, new string('a', 64), "https://tracker.example.test", Updates.By);
        var confirmed = await Ownership.ChangeOwnershipAsync(confirm, default);

        Use(await ReopenLedgerAsync(Clock));

        Assert.Equal(confirmed.Record, await Ownership.FindOwnershipAsync(target, default));
        Assert.Equal(OwnershipOutcome.AlreadyConfirmed, (await Ownership.ChangeOwnershipAsync(confirm, default)).Outcome);
    }

    [Fact]
    [Trait("Fault", "F75")]
    public async Task Two_ledgers_over_one_storage_give_each_key_to_one_caller()
    {
        var first = Ledger;
        var second = (await ReopenLedgerAsync(Clock)).Ledger;

        var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(n =>
            Task.Run(() => (n % 2 == 0 ? first : second).ClaimAsync(new ExportCase { RecordId = $"finding-{n / 20}" }.Request(), default))));

        Assert.Equal(10, results.OfType<ClaimResult.ToSend>().Count());
        Assert.Equal(190, results.OfType<ClaimResult.Held>().Count());
    }
}
