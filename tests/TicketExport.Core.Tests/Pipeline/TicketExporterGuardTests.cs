using TicketExport.Providers;

namespace TicketExport.Core.Tests.Pipeline;

/// <summary>What happens around an export that must not lead to a second ticket.</summary>
public sealed class TicketExporterGuardTests
{
    private static readonly CreateOutcome Lost = new CreateOutcome.Unknown(ScriptedProvider.Fault(FailureReason.Ambiguous));

    [Fact]
    [Trait("Fault", "F17")]
    public async Task A_ticket_that_was_moved_to_another_project_is_linked_where_it_is_now()
    {
        await using var harness = new ExporterHarness();
        var moved = ScriptedProvider.Ticket("7") with { ExternalIssueId = "OTHER-99", Url = new Uri("https://tracker.example.test/other/99") };
        harness.Provider.OnCreate(Lost).OnFind(new FindOutcome.Found([moved]));

        var result = await harness.ExportAsync();

        Assert.Equal((ExportOutcome.Adopted, moved), (result.Outcome, result.Ticket));
        Assert.Equal(ExportOutcome.AlreadyExported, (await harness.ExportAsync()).Outcome);
        Assert.Single(harness.Provider.Creates);
    }

    [Fact]
    [Trait("Fault", "F20")]
    public async Task A_ticket_whose_marker_was_removed_is_never_replaced_by_a_silent_second_one()
    {
        await using var harness = new ExporterHarness();
        harness.Provider.OnCreate(Lost);
        for (var call = 0; call < 5; call++)
        {
            harness.Provider.OnFind(new FindOutcome.Absent(Proven: false));
            Assert.Equal(NextStep.Confirm, (await harness.ExportAsync()).Failure!.NextStep);
            harness.Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Single(harness.Provider.Creates);
    }

    [Fact]
    [Trait("Fault", "F21")]
    public async Task A_ticket_that_was_deleted_at_the_tracker_keeps_guarding_its_source()
    {
        await using var harness = new ExporterHarness();
        var first = await harness.ExportAsync();
        harness.Time.Advance(TimeSpan.FromDays(400));

        // Nobody asks the tracker whether the ticket is there still, so no look-up is planned and none is made.
        var late = await harness.ExportAsync();

        Assert.Equal((ExportOutcome.AlreadyExported, first.Ticket), (late.Outcome, late.Ticket));
        Assert.Single(harness.Provider.Creates);
        Assert.Empty(harness.Provider.Finds);
    }

    [Fact]
    [Trait("Fault", "F22")]
    public async Task A_finding_with_another_text_is_the_same_finding()
    {
        await using var harness = new ExporterHarness();
        var first = await harness.ExportAsync(document: Documents.Checkout);

        var second = await harness.ExportAsync(document: Documents.Checkout with { Title = "Another title", Summary = "Another summary." });

        Assert.Equal((ExportOutcome.AlreadyExported, first.Ticket), (second.Outcome, second.Ticket));
        Assert.Equal(first.IdempotencyKey, second.IdempotencyKey);
        Assert.Single(harness.Provider.Creates);
    }

    [Fact]
    [Trait("Fault", "F22")]
    public async Task A_text_that_changed_before_the_retry_goes_out_under_the_same_key()
    {
        await using var harness = new ExporterHarness();
        harness.Provider.OnCreate(new CreateOutcome.NotSent(ScriptedProvider.Fault(FailureReason.Unavailable)));
        var first = await harness.ExportAsync(document: Documents.Checkout);
        harness.Time.Advance(first.RetryAt!.Value - harness.Time.GetUtcNow());

        var second = await harness.ExportAsync(document: Documents.Checkout with { Title = "Another title" });

        Assert.Equal((ExportOutcome.Created, first.IdempotencyKey), (second.Outcome, second.IdempotencyKey));
        Assert.Equal([Documents.Checkout.Title, "Another title"], harness.Provider.Creates.Select(static create => create.Document.Title));
    }

    [Fact]
    [Trait("Fault", "F70")]
    public async Task A_clock_that_is_set_back_by_an_hour_gives_nobody_a_second_hold()
    {
        await using var harness = new ExporterHarness();
        var answer = new TaskCompletionSource<CreateOutcome>();
        harness.Provider.OnCreate((_, _) => answer.Task);
        var first = harness.ExportAsync();
        harness.Time.AdjustTime(harness.Time.GetUtcNow() - TimeSpan.FromHours(1));

        var second = await harness.ExportAsync();
        answer.SetResult(new CreateOutcome.Created(ScriptedProvider.Ticket("1")));

        Assert.Equal(ExportOutcome.InProgress, second.Outcome);
        Assert.Equal(ExportOutcome.Created, (await first).Outcome);
        Assert.Single(harness.Provider.Creates);
    }
}
