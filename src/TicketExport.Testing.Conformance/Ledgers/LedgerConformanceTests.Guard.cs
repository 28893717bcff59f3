using TicketExport.Contract;
using TicketExport.Ledger;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    private static ExportCase Other => new() { Target = "other-tracker" };

    [Fact]
    [Trait("Behaviour", "S61")]
    public async Task Another_target_is_shown_the_ticket_of_the_holder()
    {
        var holder = await SendAsync(new ExportCase());
        await RecordAsync(holder.Claim, Updates.Exported);

        var linked = Assert.IsType<ClaimResult.Linked>(await ClaimAsync(Other));

        Assert.Equal(("tracker", Updates.Ticket), (linked.Holder.TargetId, linked.Holder.Ticket));
        Assert.Single(await Queries.ListBySourceAsync("acme", Other.Source, default));
    }

    [Fact]
    public async Task Another_target_is_held_while_the_holder_is_at_work()
    {
        var holder = await SendAsync(new ExportCase());

        Assert.Equal(holder.Export, Assert.IsType<ClaimResult.Held>(await ClaimAsync(Other)).Holder);
        Assert.Single(await Queries.ListBySourceAsync("acme", Other.Source, default));
    }

    [Fact]
    public async Task Another_target_waits_for_a_holder_that_crashed_while_sending()
    {
        var holder = await SendAsync(new ExportCase());
        _clock.Advance(Lease + Lease);

        Assert.Equal(holder.Export, Assert.IsType<ClaimResult.Waiting>(await ClaimAsync(Other)).Holder);
    }

    [Fact]
    public async Task Another_target_waits_for_a_holder_of_unknown_outcome()
    {
        var holder = await SendAsync(new ExportCase());
        await RecordAsync(holder.Claim, Updates.Unknown(null));

        Assert.Equal("tracker", Assert.IsType<ClaimResult.Waiting>(await ClaimAsync(Other)).Holder.TargetId);
    }

    [Fact]
    public async Task Another_target_waits_for_a_holder_with_a_planned_retry_even_when_that_is_due()
    {
        var holder = await SendAsync(new ExportCase());
        await RecordAsync(holder.Claim, Updates.Retry(Now + TimeSpan.FromSeconds(10)));
        Assert.IsType<ClaimResult.Waiting>(await ClaimAsync(Other));
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.IsType<ClaimResult.Waiting>(await ClaimAsync(Other));
    }

    [Theory]
    [InlineData(ExportStatus.Failed)]
    [InlineData(ExportStatus.Blocked)]
    [InlineData(ExportStatus.Disconnected)]
    [InlineData(ExportStatus.Portable)]
    public async Task Another_target_takes_the_key_over_from_a_holder_that_ended_without_a_ticket(ExportStatus status)
    {
        var holder = await SendAsync(new ExportCase());
        await RecordAsync(holder.Claim, Updates.Parked(status));

        var taken = await SendAsync(Other);

        Assert.Equal((1L, 1), (taken.Claim.FencingToken, taken.Claim.AttemptNumber));
        Assert.NotEqual(holder.Claim.ExportId, taken.Claim.ExportId);
        Assert.Equal(new GuardRecord(1, taken.Export), await Ledger.FindGuardAsync("acme", Other.Keys.GuardKey, default));
        Assert.Equal(taken.Export, Assert.IsType<ClaimResult.Held>(await ClaimAsync(new ExportCase())).Holder);
    }

    [Fact]
    public async Task The_first_target_gets_the_key_back_when_the_second_failed()
    {
        var first = await SendAsync(new ExportCase());
        await RecordAsync(first.Claim, Updates.Failed);
        var second = await SendAsync(Other);
        await RecordAsync(second.Claim, Updates.Failed);

        var again = await SendAsync(new ExportCase());

        Assert.Equal((first.Claim.ExportId, 2L, 2), (again.Claim.ExportId, again.Claim.FencingToken, again.Claim.AttemptNumber));
        Assert.Equal(again.Export, (await Ledger.FindGuardAsync("acme", Other.Keys.GuardKey, default))!.Holder);
    }

    [Fact]
    public async Task A_failed_holder_with_an_open_attempt_keeps_the_key()
    {
        var holder = await SendAsync(new ExportCase());
        await RecordAsync(holder.Claim, Updates.Parked(ExportStatus.Disconnected) with { AttemptState = AttemptState.Unknown });

        Assert.IsType<ClaimResult.Waiting>(await ClaimAsync(Other));
    }

    [Fact]
    [Trait("Fault", "F85")]
    public async Task With_a_link_per_target_two_targets_do_not_touch_each_other()
    {
        var first = await SendAsync(new ExportCase { Scope = LinkScope.PerTarget });
        var second = await SendAsync(Other with { Scope = LinkScope.PerTarget });
        await RecordAsync(first.Claim, Updates.Exported);
        await RecordAsync(second.Claim, Updates.Failed);

        Assert.IsType<ClaimResult.Linked>(await ClaimAsync(new ExportCase { Scope = LinkScope.PerTarget }));
        Assert.IsType<ClaimResult.ToSend>(await ClaimAsync(Other with { Scope = LinkScope.PerTarget }));
    }

    [Fact]
    public async Task An_export_whose_links_became_per_target_is_not_sent_twice()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Exported);
        var perTarget = new ExportCase { Scope = LinkScope.PerTarget };

        var linked = Assert.IsType<ClaimResult.Linked>(await ClaimAsync(perTarget));

        Assert.Equal(sent.Claim.ExportId, linked.Holder.ExportId);
        Assert.Equal(linked.Holder, (await Ledger.FindGuardAsync("acme", perTarget.Keys.GuardKey, default))!.Holder);
    }

    [Fact]
    [Trait("Fault", "F85")]
    public async Task Two_accounts_never_collide_and_never_see_each_other()
    {
        var acme = new ExportCase();
        var globex = new ExportCase { Account = new AccountScope { Id = "globex" } };
        var request = acme.Request();
        var first = Assert.IsType<ClaimResult.ToSend>(await Ledger.ClaimAsync(request, default));
        await RecordAsync(first.Claim, Updates.Exported);

        var second = Assert.IsType<ClaimResult.ToSend>(
            await Ledger.ClaimAsync(globex.Request() with { ExportId = request.ExportId }, default));

        Assert.Equal("globex", second.Export.Account.Id);
        Assert.Null(await Ledger.FindGuardAsync("globex", acme.Keys.GuardKey, default));
        Assert.Null(await Queries.FindExportAsync("initech", request.ExportId, default));
        Assert.Null(await Queries.ReadDocumentAsync("initech", request.ExportId, default));
        Assert.Empty(await Queries.ListAttemptsAsync("initech", request.ExportId, default));
        Assert.Empty(await Queries.ListBySourceAsync("initech", acme.Source, default));
        Assert.False(await Ledger.RecordAsync(first.Claim with { AccountId = "globex" }, Updates.Exported, default));
        Assert.Null(Assert.Single(await Queries.ListBySourceAsync("globex", acme.Source, default)).Ticket);
    }
}
