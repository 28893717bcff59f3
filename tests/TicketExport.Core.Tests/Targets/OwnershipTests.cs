using System.Net;
using System.Net.Sockets;
using TicketExport.Ledger;
using TicketExport.Review;
using TicketExport.Testing;

namespace TicketExport.Core.Tests.Targets;

public sealed class OwnershipTests
{
    [Fact]
    [Trait("Behaviour", "S116")]
    [Trait("Behaviour", "S118")]
    [Trait("Behaviour", "S127")]
    public async Task Nothing_reaches_a_destination_that_nobody_confirmed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var harness = await UnconfirmedAsync();
        harness.Change(target => target with { BaseUrl = new Uri($"http://{listener.LocalEndpoint}/") });

        var result = await harness.ExportAsync();

        Assert.Equal((ExportOutcome.Blocked, ExportStatus.Blocked), (result.Outcome, result.Status));
        Assert.NotNull(result.ExportId);
        AssertUnconfirmed(result);
        Assert.False(listener.Pending());

        harness.Change(static target => target with { OwnershipConfirmed = true });
        var trying = harness.ExportAsync();
        using (await listener.AcceptTcpClientAsync())
        {
            listener.Stop();
        }

        await trying;
    }

    [Fact]
    [Trait("Behaviour", "S116")]
    public async Task A_confirmation_opens_the_destination_and_a_withdrawal_closes_it_again()
    {
        await using var harness = await UnconfirmedAsync();

        Assert.Equal(OwnershipOutcome.Confirmed, (await harness.Ownership.ConfirmOwnershipAsync("acme", "board", TargetHarness.By)).Outcome);
        Assert.Equal(ExportOutcome.Created, (await harness.ExportAsync()).Outcome);
        Assert.Equal(OwnershipOutcome.AlreadyConfirmed, (await harness.Ownership.ConfirmOwnershipAsync("acme", "board", TargetHarness.By)).Outcome);

        Assert.Equal(OwnershipOutcome.Withdrawn, (await harness.Ownership.WithdrawOwnershipAsync("acme", "board", TargetHarness.By)).Outcome);
        AssertUnconfirmed(await harness.ExportAsync(Documents.Finding("43")));
        Assert.Equal(OwnershipOutcome.NotConfirmed, (await harness.Ownership.WithdrawOwnershipAsync("acme", "board", TargetHarness.By)).Outcome);
    }

    [Theory]
    [Trait("Behaviour", "S116")]
    [InlineData("workspace")]
    [InlineData("project")]
    [InlineData("board")]
    [InlineData("repository")]
    public async Task A_change_of_the_destination_voids_the_confirmation_and_the_way_back_restores_it(string setting)
    {
        await using var harness = await UnconfirmedAsync();
        harness.Set(setting, "ours");
        await harness.Ownership.ConfirmOwnershipAsync("acme", "board", TargetHarness.By);
        Assert.Equal(ExportOutcome.Created, (await harness.ExportAsync()).Outcome);

        harness.Set(setting, "theirs");

        AssertUnconfirmed(await harness.ExportAsync(Documents.Finding("43")));
        Assert.True((await harness.Ownership.FindOwnershipAsync("acme", "board"))!.IsVoid);
        Assert.Single(harness.Tracker.Tickets);
        harness.Set(setting, "ours");
        Assert.Equal(ExportOutcome.Created, (await harness.ExportAsync(Documents.Finding("43"))).Outcome);
    }

    [Fact]
    [Trait("Behaviour", "S116")]
    public async Task A_change_of_the_address_voids_the_confirmation_and_one_of_another_setting_does_not()
    {
        await using var harness = await UnconfirmedAsync();
        await harness.Ownership.ConfirmOwnershipAsync("acme", "board", TargetHarness.By);

        harness.Set("labels", "shop");
        Assert.True((await harness.Ownership.FindOwnershipAsync("acme", "board"))!.IsConfirmed);

        harness.Change(static target => target with { BaseUrl = new Uri(target.BaseUrl!, "elsewhere/") });
        AssertUnconfirmed(await harness.ExportAsync());
    }

    [Fact]
    public async Task A_default_mapping_that_moves_the_destination_voids_the_confirmation()
    {
        TicketExportOptions? live = null;
        await using var harness = await UnconfirmedAsync(options => (live = options).ProviderDefaults[FakeTrackerDefaults.Key] = new() { Settings = { ["project"] = "ours" } });
        await harness.Ownership.ConfirmOwnershipAsync("acme", "board", TargetHarness.By);
        Assert.True((await harness.Ownership.FindOwnershipAsync("acme", "board"))!.IsConfirmed);

        live!.ProviderDefaults[FakeTrackerDefaults.Key].Settings["project"] = "theirs";

        Assert.False((await harness.Ownership.FindOwnershipAsync("acme", "board"))!.IsConfirmed);
    }

    [Fact]
    public async Task A_confirmation_holds_for_its_own_account_alone()
    {
        await using var harness = await UnconfirmedAsync();
        await harness.Ownership.ConfirmOwnershipAsync("acme", "board", TargetHarness.By);

        AssertUnconfirmed(await harness.Exporter.ExportAsync(Documents.RequestFor("board", accountId: "other")));
    }

    [Fact]
    [Trait("Behaviour", "S118")]
    public async Task What_was_queued_before_a_withdrawal_does_not_leave_after_it()
    {
        await using var harness = await UnconfirmedAsync();
        await harness.Ownership.ConfirmOwnershipAsync("acme", "board", TargetHarness.By);
        Assert.Equal(ExportOutcome.Enqueued, (await harness.Exporter.EnqueueAsync(Documents.RequestFor("board"))).Outcome);

        await harness.Ownership.WithdrawOwnershipAsync("acme", "board", TargetHarness.By);
        await harness.Dispatcher.RunOnceAsync(10);

        Assert.Empty(harness.Tracker.Calls);
    }

    [Fact]
    public async Task A_destination_that_changed_since_it_was_shown_is_not_confirmed()
    {
        await using var harness = await UnconfirmedAsync();
        var shown = (await harness.Ownership.FindOwnershipAsync("acme", "board"))!;
        harness.Set("project", "theirs");

        var changed = await harness.Ownership.ConfirmOwnershipAsync("acme", "board", TargetHarness.By, shown.Destination);
        harness.Change(static target => target with { Settings = target.Settings.Clear() });
        var confirmed = await harness.Ownership.ConfirmOwnershipAsync("acme", "board", TargetHarness.By, shown.Destination);

        Assert.Equal((OwnershipOutcome.DestinationChanged, OwnershipOutcome.Confirmed), (changed.Outcome, confirmed.Outcome));
    }

    [Fact]
    public async Task A_target_that_answers_for_itself_is_not_closed_by_a_withdrawal_and_says_so()
    {
        await using var harness = await UnconfirmedAsync();
        await harness.Ownership.ConfirmOwnershipAsync("acme", "board", TargetHarness.By);
        harness.Change(static target => target with { OwnershipConfirmed = true });

        Assert.Equal(OwnershipOutcome.SetByTarget, (await harness.Ownership.WithdrawOwnershipAsync("acme", "board", TargetHarness.By)).Outcome);

        var ownership = (await harness.Ownership.FindOwnershipAsync("acme", "board"))!;
        Assert.Equal((true, true, false), (ownership.IsConfirmed, ownership.IsSetByTarget, ownership.Newest!.IsConfirmed));
    }

    [Theory]
    [InlineData("no-such-target", FakeTrackerDefaults.Key)]
    [InlineData("board", "no-such-provider")]
    public async Task What_does_not_exist_is_not_confirmed(string targetId, string providerKey)
    {
        await using var harness = await UnconfirmedAsync();
        harness.Change(target => target with { ProviderKey = providerKey });

        Assert.Equal(new OwnershipResult(OwnershipOutcome.NotFound, null), await harness.Ownership.ConfirmOwnershipAsync("acme", targetId, TargetHarness.By));
        Assert.Equal(new OwnershipResult(OwnershipOutcome.NotFound, null), await harness.Ownership.WithdrawOwnershipAsync("acme", targetId, TargetHarness.By));
        Assert.Null(await harness.Ownership.FindOwnershipAsync("acme", targetId));
    }

    [Fact]
    public async Task Neither_people_nor_the_ledger_see_more_of_an_address_than_its_origin()
    {
        await using var harness = await UnconfirmedAsync();
        harness.Change(static target => target with { BaseUrl = new Uri("https://user:word@hooks.example.test:8443/a-secret-path?key=b") });

        var confirmed = await harness.Ownership.ConfirmOwnershipAsync("acme", "board", TargetHarness.By);
        var ownership = (await harness.Ownership.FindOwnershipAsync("acme", "board"))!;
        var listed = await harness.OwnershipLedger.ListOwnershipAsync(new TargetKey("acme", "board"), new PageRequest(), default);

        Assert.Equal(("https://hooks.example.test:8443", "https://hooks.example.test:8443"), (ownership.Origin, confirmed.Record!.Origin));
        Assert.Equal(confirmed.Record, Assert.Single(listed.Items));
        Assert.DoesNotContain("secret", $"{ownership} {confirmed} {listed.Items[0]}", StringComparison.Ordinal);
    }

    private static async Task<TargetHarness> UnconfirmedAsync(Action<TicketExportOptions>? options = null)
    {
        var harness = await TargetHarness.StartAsync(options);
        harness.Change(static target => target with { OwnershipConfirmed = false });
        return harness;
    }

    private static void AssertUnconfirmed(ExportResult result)
    {
        var failure = result.Failure!;
        Assert.Equal(
            (ExportOutcome.Blocked, ExportCodes.ProviderUnavailable, FailureReason.OwnershipUnconfirmed, NextStep.FixSettings),
            (result.Outcome, failure.Code, failure.Reason, failure.NextStep));
        Assert.Equal("TicketExport:Targets:board:OwnershipConfirmed", failure.Setting);
        Assert.Contains("set TicketExport:Targets:board:OwnershipConfirmed to true", failure.Message, StringComparison.Ordinal);
        Assert.Equal((StopReason.MissingOwnership, StepOwner.Settings), (StopReasons.Of(failure), StepOwners.Of(failure)));
    }
}
