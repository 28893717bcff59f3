using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Core.Tests.Pipeline;
using TicketExport.Providers;

namespace TicketExport.Core.Tests.Diagnostics;

public sealed class ExportTelemetryTests
{
    private const string Canary = "canary-secret";

    private static readonly CreateOutcome Lost = new CreateOutcome.Unknown(ScriptedProvider.Fault(FailureReason.Timeout));

    private static readonly string[] Tags =
        [TicketExportDiagnostics.ProviderTag, TicketExportDiagnostics.OperationTag, TicketExportDiagnostics.OutcomeTag, TicketExportDiagnostics.ErrorTypeTag];

    [Fact]
    public async Task An_export_is_one_internal_activity_around_one_client_activity()
    {
        await using var harness = Harness();
        using var probe = new TelemetryProbe(harness);

        await harness.ExportAsync();

        var export = Assert.Single(probe.Called("ticket_export.export"));
        var attempt = Assert.Single(probe.Called("ticket_export.attempt"));
        Assert.Equal((ActivityKind.Internal, ActivityKind.Client), (export.Kind, attempt.Kind));
        Assert.Equal(export.SpanId, attempt.ParentSpanId);
        Assert.Equal([("ticket_export.outcome", "created"), ("ticket_export.provider", "scripted")], TagsOf(export));
        Assert.Equal([("ticket_export.operation", "create"), ("ticket_export.outcome", "created"), ("ticket_export.provider", "scripted")], TagsOf(attempt));
        Assert.Equal((ActivityStatusCode.Unset, ActivityStatusCode.Unset), (export.Status, attempt.Status));
    }

    [Fact]
    public async Task Every_call_to_the_provider_is_an_attempt_with_its_duration()
    {
        await using var harness = Harness();
        using var probe = new TelemetryProbe(harness);
        harness.Provider.OnCreate((_, _) =>
        {
            harness.Time.Advance(TimeSpan.FromSeconds(3));
            return Task.FromResult(Lost);
        });
        harness.Provider.OnFind(new FindOutcome.Found([ScriptedProvider.Ticket("7")]));

        await harness.ExportAsync();

        Assert.Equal(["outcome_unknown", "found"], probe.Called("ticket_export.attempt").Select(static attempt => attempt.GetTagItem("ticket_export.outcome")));
        var durations = probe.Of("ticket_export.attempt.duration");
        Assert.Equal([3.0, 0.0], durations.Select(static duration => duration.Value));
        Assert.Equal(["create", "find"], durations.Select(static duration => duration.Tags["ticket_export.operation"]));
        Assert.Equal("timeout", durations[0].Tags["error.type"]);
        Assert.DoesNotContain("error.type", durations[1].Tags.Keys);
    }

    [Fact]
    public async Task Exports_are_counted_by_outcome_and_prevented_duplicates_by_themselves()
    {
        await using var harness = Harness();
        using var probe = new TelemetryProbe(harness);

        await harness.ExportAsync();
        await harness.ExportAsync();

        Assert.Equal(["created", "already_exported"], probe.Of("ticket_export.exports").Select(static count => count.Tags["ticket_export.outcome"]));
        var prevented = Assert.Single(probe.Of("ticket_export.duplicates_prevented"));
        Assert.Equal((1.0, "already_exported", "scripted"), (prevented.Value, prevented.Tags["ticket_export.outcome"], prevented.Tags["ticket_export.provider"]));
        Assert.Single(probe.Called("ticket_export.attempt"));
    }

    [Fact]
    public async Task An_unknown_outcome_is_counted_once_however_often_it_is_looked_up()
    {
        await using var harness = Harness();
        using var probe = new TelemetryProbe(harness);
        harness.Provider.OnCreate(Lost)
            .OnFind(new FindOutcome.Absent(Proven: false))
            .OnFind(new FindOutcome.Absent(Proven: false))
            .OnFind(new FindOutcome.Found([ScriptedProvider.Ticket("7")]));

        await harness.ExportAsync();
        await harness.ExportAsync();
        await harness.ExportAsync();

        var unknown = Assert.Single(probe.Of("ticket_export.delivery_unknown"));
        Assert.Equal([("ticket_export.provider", (object?)"scripted")], unknown.Tags.Select(static tag => (tag.Key, tag.Value)));
        Assert.Equal(
            ["delivery_unknown", "delivery_unknown", "adopted"],
            probe.Of("ticket_export.exports").Select(static count => count.Tags["ticket_export.outcome"]));
        Assert.Equal("adopted", Assert.Single(probe.Of("ticket_export.duplicates_prevented")).Tags["ticket_export.outcome"]);
    }

    [Fact]
    public async Task An_attempt_whose_worker_died_is_counted_once_when_it_is_taken_over()
    {
        await using var harness = Harness();
        using var probe = new TelemetryProbe(harness);
        harness.Provider.Sheet = harness.Provider.Sheet with { SettleWindow = TimeSpan.FromMinutes(1) };
        harness.Provider.OnCreate(static (_, _) => new TaskCompletionSource<CreateOutcome>().Task).OnFind(new FindOutcome.Found([ScriptedProvider.Ticket("7")]));
        _ = harness.ExportAsync();
        harness.Time.Advance(TimeSpan.FromSeconds(45));

        var waiting = await harness.ExportAsync();
        harness.Time.SetUtcNow(waiting.RetryAt!.Value);
        await harness.ExportAsync();

        Assert.Single(probe.Of("ticket_export.delivery_unknown"));
    }

    [Fact]
    public async Task A_refusal_is_an_error_of_its_reason()
    {
        await using var harness = Harness();
        using var probe = new TelemetryProbe(harness);
        harness.Provider.OnCreate(new CreateOutcome.Rejected(ScriptedProvider.Fault(FailureReason.Authentication)));

        await harness.ExportAsync();

        Assert.All(probe.Activities, static activity =>
        {
            Assert.Equal(ActivityStatusCode.Error, activity.Status);
            Assert.Null(activity.StatusDescription);
            Assert.Equal("authentication", activity.GetTagItem("error.type"));
        });
    }

    [Fact]
    public async Task A_broken_ledger_is_counted_as_an_error_of_its_type()
    {
        await using var harness = Harness(static builder => builder.Services.AddSingleton(BrokenLedger.AtClaim()));
        using var probe = new TelemetryProbe(harness);

        await Assert.ThrowsAsync<TicketExportException>(() => harness.ExportAsync());

        var count = Assert.Single(probe.Of("ticket_export.exports"));
        Assert.Equal("TicketExport.TicketExportException", count.Tags["error.type"]);
        Assert.DoesNotContain("ticket_export.outcome", count.Tags.Keys);
        Assert.Equal(ActivityStatusCode.Error, Assert.Single(probe.Called("ticket_export.export")).Status);
    }

    [Fact]
    [Trait("Fault", "F205")]
    public async Task No_tag_holds_a_secret_an_id_or_an_address()
    {
        await using var harness = Harness();
        using var probe = new TelemetryProbe(harness);
        harness.Provider.OnCreate((_, _) => throw new InvalidOperationException($"token={Canary}"))
            .OnFind(new FindOutcome.Failed(new ProviderFault { Reason = FailureReason.Unavailable, Message = Canary, ProviderErrorCode = Canary }))
            .OnCreate(new CreateOutcome.Rejected(new ProviderFault { Reason = FailureReason.NotFound, Message = Canary, ReceiverCode = Canary }));

        var first = await harness.ExportAsync();
        var second = await harness.ExportAsync(document: Documents.Finding(Canary));

        var values = probe.Activities.SelectMany(static activity => activity.TagObjects)
            .Concat(probe.Measurements.SelectMany(static measurement => measurement.Tags))
            .ToArray();
        string[] kept = [Canary, first.ExportId!, second.ExportId!, first.Fingerprint!.Value.Value, first.IdempotencyKey!.Value.Value, "board", "acme", "://"];
        Assert.NotEmpty(values);
        Assert.All(values, tag =>
        {
            Assert.Contains(tag.Key, Tags);
            Assert.DoesNotContain(kept, secret => $"{tag.Value}".Contains(secret, StringComparison.Ordinal));
        });
        Assert.All(probe.Activities, static activity => Assert.Empty(activity.Events));
    }

    [Fact]
    public async Task Without_a_meter_factory_and_a_listener_exports_work_all_the_same()
    {
        await using var harness = new ExporterHarness();

        Assert.Equal(ExportOutcome.Created, (await harness.ExportAsync()).Outcome);
    }

    private static ExporterHarness Harness(Action<TicketExportBuilder>? configure = null) => new(builder =>
    {
        builder.Services.AddMetrics();
        configure?.Invoke(builder);
    });

    private static (string, string)[] TagsOf(Activity activity) =>
        [.. activity.TagObjects.Select(static tag => (tag.Key, $"{tag.Value}")).OrderBy(static tag => tag.Key, StringComparer.Ordinal)];
}
