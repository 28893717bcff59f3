using Microsoft.Extensions.DependencyInjection;
using TicketExport.Contract;
using TicketExport.Ledger;
using TicketExport.Redaction;
using TicketExport.States;
using TicketExport.Testing;

namespace TicketExport.Core.Tests.Policies;

public sealed class ClosedTicketPolicyTests
{
    [Fact]
    [Trait("Behaviour", "S46")]
    public async Task A_closed_ticket_blocks_by_default_and_the_message_says_so_once_it_was_read()
    {
        await using var host = await TrackerHarness.StartAsync();
        var created = await host.CreateAsync();
        host.Tracker.CloseTicket("TCK-1");
        await host.SyncAsync(created);

        var again = await host.ExportAsync();

        Assert.Equal((ExportOutcome.AlreadyExported, ExportCodes.Duplicate), (again.Outcome, again.Failure!.Code));
        Assert.Contains("It was closed when it was read at 2026-03-01T12:01:00Z", again.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, host.Tracker.CreateCalls);
    }

    [Fact]
    [Trait("Behaviour", "S29")]
    public async Task A_closed_ticket_is_not_updated_behind_the_back_of_who_closed_it()
    {
        await using var host = await TrackerHarness.StartAsync(DuplicatePolicy.UpdateExisting);
        await host.CreateAsync();
        host.Tracker.CloseTicket("TCK-1");

        var again = await host.ExportAsync(TrackerHarness.Renamed("Newer"));

        Assert.Equal((ExportOutcome.AlreadyExported, ExportCodes.Duplicate), (again.Outcome, again.Failure!.Code));
        Assert.Contains("It was closed", again.Failure.Message, StringComparison.Ordinal);
        Assert.Equal((0, Documents.Checkout.Title), (host.Tracker.UpdateCalls, host.Ticket.Title));
    }

    [Theory]
    [InlineData(DuplicatePolicy.Block, ExportOutcome.AlreadyExported, 0)]
    [InlineData(DuplicatePolicy.OpenExisting, ExportOutcome.OpenedExisting, 0)]
    [InlineData(DuplicatePolicy.UpdateExisting, ExportOutcome.UpdatedExisting, 1)]
    public async Task A_closed_ticket_is_opened_again_and_then_the_duplicate_policy_applies(DuplicatePolicy policy, ExportOutcome outcome, int updates)
    {
        await using var host = await TrackerHarness.StartAsync(policy, ClosedTicketPolicy.Reopen);
        var created = await host.CreateAsync();
        host.Tracker.CloseTicket("TCK-1");

        var again = await host.ExportAsync(TrackerHarness.Renamed("Newer"));

        Assert.Equal(outcome, again.Outcome);
        Assert.Equal((FakeTrackerStatuses.ToDo, 1, updates), (host.Ticket.Status, host.Calls(FakeTrackerCallKind.Reopen), host.Tracker.UpdateCalls));
        Assert.Equal(ProviderStatus.Open, (await host.StoredAsync(created))!.Status);
        await host.ExportAsync(TrackerHarness.Renamed("Newer"));
        Assert.Equal((1, 1), (host.Calls(FakeTrackerCallKind.Reopen), host.Tracker.CreateCalls));
    }

    [Fact]
    public async Task A_refused_reopening_keeps_the_link_and_updates_nothing()
    {
        await using var host = await TrackerHarness.StartAsync(DuplicatePolicy.UpdateExisting, ClosedTicketPolicy.Reopen);
        await host.CreateAsync();
        host.Tracker.CloseTicket("TCK-1");
        host.Tracker.RejectNext(422, "workflow", FakeTrackerCallKind.Reopen);

        var refused = await host.ExportAsync(TrackerHarness.Renamed("Newer"));

        Assert.Equal((ExportCodes.StatusSyncFailed, "write", "workflow"), (refused.Failure!.Code, refused.Failure.SubCode, refused.Failure.ProviderErrorCode));
        Assert.Equal((0, 1), (host.Tracker.UpdateCalls, host.Tracker.CreateCalls));
    }

    [Fact]
    public async Task A_closed_ticket_gets_one_comment_for_each_document_and_stays_closed()
    {
        await using var host = await TrackerHarness.StartAsync(DuplicatePolicy.UpdateExisting, ClosedTicketPolicy.Comment);
        await host.CreateAsync();
        host.Tracker.CloseTicket("TCK-1");

        var first = await host.ExportAsync();
        await host.ExportAsync();
        await host.ExportAsync(TrackerHarness.Renamed("Newer"));
        await host.ExportAsync(TrackerHarness.Renamed("Newer"));

        Assert.Equal(ExportOutcome.OpenedExisting, first.Outcome);
        Assert.Equal(
            [$"Found again: {Documents.Checkout.Title}", "Found again: Newer"],
            host.Ticket.Comments.Select(static comment => comment.Text));
        Assert.Equal((FakeTrackerStatuses.Closed, 0, 2), (host.Ticket.Status, host.Tracker.UpdateCalls, host.Calls(FakeTrackerCallKind.Comment)));
    }

    [Fact]
    public async Task A_comment_whose_reply_was_lost_is_not_posted_again_and_a_refused_one_is()
    {
        await using var host = await TrackerHarness.StartAsync(DuplicatePolicy.OpenExisting, ClosedTicketPolicy.Comment);
        await host.CreateAsync();
        host.Tracker.CloseTicket("TCK-1");
        host.Tracker.LoseNextReply(FakeTrackerCallKind.Comment);
        Assert.Equal("write", (await host.ExportAsync()).Failure!.SubCode);

        await host.ExportAsync();
        Assert.Single(host.Ticket.Comments);
        host.Tracker.RejectNext(422, "locked", FakeTrackerCallKind.Comment);
        Assert.Equal("write", (await host.ExportAsync(TrackerHarness.Renamed("Newer"))).Failure!.SubCode);
        await host.ExportAsync(TrackerHarness.Renamed("Newer"));

        Assert.Equal(2, host.Ticket.Comments.Length);
    }

    [Fact]
    public async Task A_comment_never_carries_the_credential_of_its_target()
    {
        await using var host = await TrackerHarness.StartAsync(DuplicatePolicy.OpenExisting, ClosedTicketPolicy.Comment);
        await host.CreateAsync();
        host.Tracker.CloseTicket("TCK-1");

        await host.ExportAsync(TrackerHarness.Renamed($"Log in with {host.Tracker.Token}"));

        Assert.Equal("Found again: Log in with [redacted:credential]", Assert.Single(host.Ticket.Comments).Text);
    }

    [Fact]
    public async Task A_comment_passes_the_redaction_gate()
    {
        var gates = new SwitchedGates();
        await using var host = await TrackerHarness.StartAsync(
            DuplicatePolicy.OpenExisting,
            ClosedTicketPolicy.Comment,
            builder => builder.Services.AddSingleton<IRedactionGateSource>(gates));
        await host.CreateAsync();
        host.Tracker.CloseTicket("TCK-1");
        gates.BlocksComments = true;

        var blocked = await host.ExportAsync();

        Assert.Equal(ExportCodes.UnsafeContent, blocked.Failure!.Code);
        Assert.Equal(0, host.Calls(FakeTrackerCallKind.Comment));
        gates.BlocksComments = false;
        Assert.Equal(ExportOutcome.OpenedExisting, (await host.ExportAsync()).Outcome);
        Assert.Single(host.Ticket.Comments);
    }

    [Fact]
    public async Task A_new_generation_unlinks_the_closed_ticket_with_an_audit_row_and_makes_a_new_one()
    {
        await using var host = await TrackerHarness.StartAsync(DuplicatePolicy.Block, ClosedTicketPolicy.NewGeneration);
        var old = await host.CreateAsync();
        host.Tracker.CloseTicket("TCK-1");

        var renewed = await host.ExportAsync();

        Assert.Equal((ExportOutcome.Created, "TCK-2"), (renewed.Outcome, renewed.Ticket!.ExternalIssueId));
        Assert.NotEqual(old.IdempotencyKey, renewed.IdempotencyKey);
        var audit = Assert.Single(await host.AuditAsync());
        Assert.Equal((AuditAction.Unlinked, "policy:OnClosedTicket", old.ExportId, "1"), (audit.Action, audit.By.Actor, audit.ExportId, audit.FormerTicketId));
        Assert.Equal(ExportOutcome.AlreadyExported, (await host.ExportAsync()).Outcome);
        Assert.Equal(2, host.Tracker.Tickets.Length);
    }

    [Fact]
    [Trait("Behaviour", "S29")]
    public async Task A_stale_word_never_makes_a_new_generation()
    {
        await using var host = await TrackerHarness.StartAsync(DuplicatePolicy.Block, ClosedTicketPolicy.NewGeneration);
        var created = await host.CreateAsync();
        host.Tracker.CloseTicket("TCK-1");
        Assert.Equal(ProviderStatus.Done, (await host.SyncAsync(created)).Sync!.Status);

        host.Tracker.SetStatus("TCK-1", FakeTrackerStatuses.Doing);
        Assert.Equal(ExportOutcome.AlreadyExported, (await host.ExportAsync()).Outcome);
        host.Tracker.CloseTicket("TCK-1");
        Assert.Equal(ProviderStatus.Done, (await host.SyncAsync(created)).Sync!.Status);
        host.Tracker.RejectNext(503, "down", FakeTrackerCallKind.Read);
        Assert.Equal(ExportOutcome.AlreadyExported, (await host.ExportAsync()).Outcome);
        host.Tracker.ForbidTicket("TCK-1");
        host.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(ExportOutcome.AlreadyExported, (await host.ExportAsync()).Outcome);

        Assert.Single(host.Tracker.Tickets);
        Assert.Empty(await host.AuditAsync());
    }

    [Fact]
    public async Task A_status_that_cannot_be_mapped_is_not_taken_for_closed()
    {
        await using var host = await TrackerHarness.StartAsync(DuplicatePolicy.Block, ClosedTicketPolicy.NewGeneration);
        await host.CreateAsync();
        host.Tracker.SetStatus("TCK-1", "Shelved");

        Assert.Equal(ExportOutcome.AlreadyExported, (await host.ExportAsync()).Outcome);
        Assert.Single(host.Tracker.Tickets);
    }

    [Fact]
    public async Task Many_callers_at_once_make_one_new_generation()
    {
        await using var host = await TrackerHarness.StartAsync(DuplicatePolicy.OpenExisting, ClosedTicketPolicy.NewGeneration);
        await host.CreateAsync();
        host.Tracker.CloseTicket("TCK-1");

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => host.ExportAsync())));

        Assert.Equal((2, 2), (host.Tracker.Tickets.Length, host.Tracker.CreateCalls));
        Assert.Single(results, static result => result.Outcome == ExportOutcome.Created);
        Assert.Single(await host.AuditAsync());
    }

    [Fact]
    public async Task An_enqueued_finding_with_a_closed_ticket_waits_as_a_new_generation()
    {
        await using var host = await TrackerHarness.StartAsync(DuplicatePolicy.Block, ClosedTicketPolicy.NewGeneration);
        await host.CreateAsync();
        host.Tracker.CloseTicket("TCK-1");

        var enqueued = await host.Exporter.EnqueueAsync(Documents.RequestFor(TrackerHarness.Target));

        Assert.Equal((ExportOutcome.Enqueued, 1), (enqueued.Outcome, host.Tracker.CreateCalls));
        Assert.Equal(2, (await host.Queries.FindExportAsync("acme", enqueued.ExportId!, default))!.Generation);
    }

    private sealed class SwitchedGates : IRedactionGateSource, IRedactionGate
    {
        private readonly RedactionGate _gate = new(new RedactionOptions());

        public bool BlocksComments { get; set; }

        public Task<IRedactionGate> GetAsync(string accountId, CancellationToken cancellationToken) => Task.FromResult<IRedactionGate>(this);

        public RedactionVerdict Inspect(TicketExportDocument document) => _gate.Inspect(document);

        public RedactedText Inspect(string path, string text) => BlocksComments
            ? new RedactedText { Text = null, Findings = [new RedactionFinding(path, "made-up", CanMask: false)] }
            : _gate.Inspect(path, text);
    }
}
