using TicketExport.Contract;
using TicketExport.Providers;

namespace TicketExport.Core.Tests.Pipeline;

public sealed class TicketExporterTests
{
    [Fact]
    [Trait("Behaviour", "S5")]
    [Trait("Behaviour", "S13")]
    [Trait("Behaviour", "S14")]
    [Trait("Behaviour", "S35")]
    [Trait("Behaviour", "S36")]
    [Trait("Behaviour", "S63")]
    [Trait("Behaviour", "S64")]
    [Trait("Behaviour", "S65")]
    [Trait("Behaviour", "S66")]
    [Trait("Behaviour", "S67")]
    [Trait("Behaviour", "S68")]
    public async Task A_finding_becomes_one_linked_ticket_on_the_record()
    {
        await using var harness = new ExporterHarness();

        var result = await harness.ExportAsync();

        Assert.Equal(ExportOutcome.Created, result.Outcome);
        Assert.Null(result.Failure);
        var stored = await harness.StoredAsync(result);
        Assert.Equal(ExportStatus.Exported, stored.Status);
        Assert.Equal("1", stored.Ticket!.ProviderTicketId);
        Assert.Equal("KEY-1", stored.Ticket.ExternalIssueId);
        Assert.Equal(new Uri("https://tracker.example.test/1"), stored.Ticket.Url);
        Assert.Equal(new SourceKey(SourceTypes.ReportIssue, "42"), stored.Source);
        Assert.Equal("12", stored.ReportId);
        Assert.Equal("scripted", stored.ProviderKey);
        Assert.Equal(result.Fingerprint, stored.Fingerprint);
        Assert.Equal(result.IdempotencyKey, stored.IdempotencyKey);
    }

    [Fact]
    [Trait("Behaviour", "S6")]
    public async Task A_fix_task_becomes_a_ticket()
    {
        await using var harness = new ExporterHarness();
        var source = Documents.Checkout.Source with { Type = SourceTypes.FixTask, IssueId = null, FixTaskId = "42" };

        var result = await harness.ExportAsync(document: Documents.Checkout with { Source = source });

        Assert.Equal(ExportOutcome.Created, result.Outcome);
        Assert.Equal(new SourceKey("fix_task", "42"), (await harness.StoredAsync(result)).Source);
    }

    [Fact]
    [Trait("Behaviour", "S7")]
    [Trait("Behaviour", "S22")]
    [Trait("Behaviour", "S23")]
    public async Task A_second_export_answers_with_the_existing_ticket_and_calls_nobody()
    {
        await using var harness = new ExporterHarness();
        var first = await harness.ExportAsync();

        var second = await harness.ExportAsync();

        Assert.Equal(ExportOutcome.AlreadyExported, second.Outcome);
        Assert.Equal(ExportCodes.Duplicate, second.Failure!.Code);
        Assert.Equal(NextStep.OpenExisting, second.Failure.NextStep);
        Assert.Equal(first.Ticket, second.Ticket);
        Assert.Equal(first.ExportId, second.ExportId);
        Assert.Single(harness.Provider.Creates);
    }

    [Fact]
    [Trait("Behaviour", "S61")]
    public async Task A_ticket_at_another_target_is_reported_before_a_second_one_is_made()
    {
        await using var harness = new ExporterHarness();
        await harness.ExportAsync("board");

        var second = await harness.ExportAsync("second");

        Assert.Equal(ExportOutcome.AlreadyExported, second.Outcome);
        Assert.Equal("board", second.TargetId);
        Assert.Single(harness.Provider.Creates);
    }

    [Fact]
    public async Task A_target_with_links_of_its_own_gets_a_ticket_beside_the_other()
    {
        await using var harness = new ExporterHarness();
        await harness.ExportAsync("board");

        var own = await harness.ExportAsync("own");
        var again = await harness.ExportAsync("own");

        Assert.Equal(ExportOutcome.Created, own.Outcome);
        Assert.Equal(ExportOutcome.AlreadyExported, again.Outcome);
        Assert.Equal(2, harness.Provider.Creates.Count);
    }

    [Fact]
    [Trait("Fault", "F85")]
    public async Task Two_accounts_with_the_same_source_get_a_ticket_each()
    {
        await using var harness = new ExporterHarness();

        var one = await harness.Exporter.ExportAsync(Documents.RequestFor("board", accountId: "one"));
        var two = await harness.Exporter.ExportAsync(Documents.RequestFor("board", accountId: "two"));

        Assert.Equal(ExportOutcome.Created, one.Outcome);
        Assert.Equal(ExportOutcome.Created, two.Outcome);
        Assert.NotEqual(one.Fingerprint, two.Fingerprint);
    }

    [Fact]
    [Trait("Fault", "F74")]
    public async Task Of_many_callers_at_once_exactly_one_sends()
    {
        await using var harness = new ExporterHarness();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        harness.Provider.OnCreate(async (_, _) =>
        {
            await gate.Task;
            return new CreateOutcome.Created(ScriptedProvider.Ticket("1"));
        });

        var calls = Enumerable.Range(0, 1_000).Select(_ => Task.Run(() => harness.ExportAsync())).ToArray();
        await Task.WhenAll(calls.Where(static call => call.IsCompleted).DefaultIfEmpty(Task.CompletedTask));
        gate.SetResult();
        var results = await Task.WhenAll(calls);

        Assert.Single(harness.Provider.Creates);
        Assert.Single(results, static result => result.Outcome == ExportOutcome.Created);
        Assert.All(results, static result => Assert.True(
            result.Outcome is ExportOutcome.Created or ExportOutcome.InProgress or ExportOutcome.AlreadyExported));
    }

    [Fact]
    [Trait("Behaviour", "S8")]
    [Trait("Behaviour", "S84")]
    public async Task A_broken_document_is_blocked_with_every_field_named_and_leaves_no_row()
    {
        await using var harness = new ExporterHarness();
        var broken = Documents.Checkout with
        {
            Title = "",
            Source = Documents.Checkout.Source with { RecordId = "", IssueId = null },
        };

        var result = await harness.ExportAsync(document: broken);

        Assert.Equal(ExportOutcome.Blocked, result.Outcome);
        Assert.Equal(ExportCodes.DocumentInvalid, result.Failure!.Code);
        Assert.Contains(result.Failure.Violations, static violation => violation.Path == "$.title");
        Assert.Contains(result.Failure.Violations, static violation => violation.Path == "$.source.record_id");
        Assert.Null(result.ExportId);
        Assert.Empty(harness.Provider.Creates);
    }

    [Fact]
    public async Task An_unknown_target_is_blocked_and_names_the_key_to_set()
    {
        await using var harness = new ExporterHarness();

        var result = await harness.ExportAsync("nowhere");

        Assert.Equal(ExportOutcome.Blocked, result.Outcome);
        Assert.Equal(ExportCodes.ProviderNotConfigured, result.Failure!.Code);
        Assert.Equal("TicketExport:Targets:nowhere:Provider", result.Failure.Setting);
        Assert.Contains("AddTarget(\"nowhere\"", result.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Behaviour", "S131")]
    public async Task A_target_that_breaks_its_rules_is_blocked_before_anything_is_sent()
    {
        await using var harness = new ExporterHarness();
        await harness.ExportAsync(document: Documents.Finding("first"));
        harness.Provider.Problems = [new("BaseUrl", FailureReason.UnsafeAddress, "It is not safe. Set an https address.", "generic_webhook_url_unsafe")];

        var result = await harness.ExportAsync();

        Assert.Equal(ExportOutcome.Blocked, result.Outcome);
        Assert.Equal(ExportCodes.ProviderUnavailable, result.Failure!.Code);
        Assert.Equal("TicketExport:Targets:board:BaseUrl", result.Failure.Setting);
        Assert.Equal("generic_webhook_url_unsafe", result.Failure.ProviderErrorCode);
        Assert.Single(harness.Provider.Creates);
    }

    [Fact]
    [Trait("Behaviour", "S341")]
    public async Task The_marker_travels_inside_the_create_request_and_differs_between_findings()
    {
        await using var harness = new ExporterHarness();
        await harness.ExportAsync(document: Documents.Finding("1"));
        await harness.ExportAsync(document: Documents.Finding("2"));

        var keys = harness.Provider.Creates.Select(static create => create.Keys).ToArray();
        Assert.NotEqual(keys[0].Marker, keys[1].Marker);
        Assert.NotEqual(keys[0].IdempotencyKey, keys[1].IdempotencyKey);
    }

    [Fact]
    public async Task A_missing_request_is_misuse()
    {
        await using var harness = new ExporterHarness();
        await Assert.ThrowsAsync<ArgumentNullException>(() => harness.Exporter.ExportAsync(null!));
    }
}
