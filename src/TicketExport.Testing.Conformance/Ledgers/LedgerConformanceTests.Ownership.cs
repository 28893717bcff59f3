using TicketExport.Ledger;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    private static readonly TargetKey Board = new("acme", "board");
    private static readonly string Here = new('a', 64);
    private static readonly string There = new('b', 64);

    [Fact]
    public async Task A_destination_that_nobody_confirmed_has_no_row()
    {
        Assert.Null(await Ownership.FindOwnershipAsync(Board, default));
        Assert.Empty((await Ownership.ListOwnershipAsync(Board, new PageRequest(), default)).Items);
    }

    [Fact]
    public async Task A_confirmation_is_found_again_with_who_and_why()
    {
        var confirmed = await ConfirmAsync(Board, Here);

        Assert.Equal(OwnershipOutcome.Confirmed, confirmed.Outcome);
        Assert.Equal((Here, "https://tracker.example.test", true, Now), (confirmed.Record!.DestinationHash, confirmed.Record.Origin, confirmed.Record.IsConfirmed, confirmed.Record.At));
        Assert.Equal((Board, Updates.By), (confirmed.Record.Target, confirmed.Record.By));
        Assert.Equal(confirmed.Record, await Ownership.FindOwnershipAsync(Board, default));
    }

    [Fact]
    public async Task Confirming_the_same_destination_again_writes_nothing_and_another_one_takes_its_place()
    {
        var first = await ConfirmAsync(Board, Here);
        _clock.Advance(TimeSpan.FromHours(1));

        var again = await ConfirmAsync(Board, Here);
        var other = await ConfirmAsync(Board, There);

        Assert.Equal((OwnershipOutcome.AlreadyConfirmed, first.Record), (again.Outcome, again.Record));
        Assert.Equal((OwnershipOutcome.Confirmed, There, Now), (other.Outcome, other.Record!.DestinationHash, other.Record.At));
        Assert.Equal(other.Record, await Ownership.FindOwnershipAsync(Board, default));
        Assert.Equal([other.Record!, first.Record!], await RowsAsync());
    }

    [Fact]
    public async Task A_withdrawal_ends_a_confirmation_once_and_both_stay_written()
    {
        var confirmed = await ConfirmAsync(Board, Here);

        var withdrawn = await Ownership.ChangeOwnershipAsync(new OwnershipCommand.Withdraw(Board, Updates.By), default);
        var again = await Ownership.ChangeOwnershipAsync(new OwnershipCommand.Withdraw(Board, Updates.By), default);

        Assert.Equal((OwnershipOutcome.Withdrawn, Here, false), (withdrawn.Outcome, withdrawn.Record!.DestinationHash, withdrawn.Record.IsConfirmed));
        Assert.Equal((OwnershipOutcome.NotConfirmed, withdrawn.Record), (again.Outcome, again.Record));
        Assert.Equal([withdrawn.Record!, confirmed.Record!], await RowsAsync());
        Assert.Equal(OwnershipOutcome.Confirmed, (await ConfirmAsync(Board, Here)).Outcome);
    }

    [Fact]
    public async Task Nothing_is_withdrawn_that_was_never_confirmed()
    {
        var withdrawn = await Ownership.ChangeOwnershipAsync(new OwnershipCommand.Withdraw(Board, Updates.By), default);

        Assert.Equal(new OwnershipResult(OwnershipOutcome.NotConfirmed, null), withdrawn);
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task Targets_and_accounts_are_confirmed_each_for_itself()
    {
        await ConfirmAsync(Board, Here);

        Assert.Null(await Ownership.FindOwnershipAsync(Board with { TargetId = "second" }, default));
        Assert.Null(await Ownership.FindOwnershipAsync(Board with { AccountId = "other" }, default));
        Assert.Null(await Ownership.FindOwnershipAsync(Board with { TargetId = "BOARD" }, default));
        Assert.Equal(OwnershipOutcome.Confirmed, (await ConfirmAsync(Board with { AccountId = "other" }, Here)).Outcome);
        Assert.Single(await RowsAsync());
    }

    [Fact]
    public async Task The_history_of_an_ownership_is_paged_without_gaps()
    {
        for (var change = 0; change < 5; change++)
        {
            await ConfirmAsync(Board, change % 2 == 0 ? Here : There);
        }

        var first = await Ownership.ListOwnershipAsync(Board, new PageRequest { Size = 2 }, default);
        await ConfirmAsync(Board, There);
        var second = await Ownership.ListOwnershipAsync(Board, new PageRequest { Size = 2, Cursor = first.NextCursor }, default);
        var third = await Ownership.ListOwnershipAsync(Board, new PageRequest { Size = 2, Cursor = second.NextCursor }, default);

        Assert.Equal([Here, There, Here, There, Here], first.Items.Concat(second.Items).Concat(third.Items).Select(static row => row.DestinationHash));
        Assert.Null(third.NextCursor);
        await Assert.ThrowsAsync<ArgumentException>(() => Ownership.ListOwnershipAsync(Board, new PageRequest { Cursor = "made up" }, default));
    }

    [Theory]
    [InlineData("", "because")]
    [InlineData("ann", " ")]
    [InlineData("a\0n", "because")]
    public async Task A_confirmation_without_a_usable_actor_and_reason_is_refused(string actor, string reason)
    {
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Ownership.ChangeOwnershipAsync(new OwnershipCommand.Confirm(Board, Here, null, new AuditStamp(actor, reason)), default));

        Assert.Null(await Ownership.FindOwnershipAsync(Board, default));
    }

    [Theory]
    [InlineData("https://hooks.example.test/a-secret-path", null)]
    [InlineData(null, 513)]
    public async Task What_is_no_hash_and_an_endless_origin_are_refused(string? hash, int? originLength)
    {
        var command = new OwnershipCommand.Confirm(Board, hash ?? Here, originLength is { } length ? new string('x', length) : null, Updates.By);

        await Assert.ThrowsAsync<ArgumentException>(() => Ownership.ChangeOwnershipAsync(command, default));
    }

    [Fact]
    public async Task Of_many_who_confirm_one_destination_at_once_one_writes()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => ConfirmAsync(Board, Here))));

        Assert.Single(results, static result => result.Outcome == OwnershipOutcome.Confirmed);
        Assert.Single(await RowsAsync());
    }

    private Task<OwnershipResult> ConfirmAsync(TargetKey target, string destination) =>
        Ownership.ChangeOwnershipAsync(new OwnershipCommand.Confirm(target, destination, "https://tracker.example.test", Updates.By), default);

    private async Task<OwnershipRecord[]> RowsAsync() => [.. (await Ownership.ListOwnershipAsync(Board, new PageRequest(), default)).Items];
}
