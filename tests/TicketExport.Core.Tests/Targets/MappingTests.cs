using System.Collections.Immutable;
using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Review;
using TicketExport.Testing;

namespace TicketExport.Core.Tests.Targets;

public sealed class MappingTests
{
    private static readonly ImmutableArray<string> AllFields = ["project", "board", "issue_type", "labels", "assignee"];

    private static readonly TicketExportDocument Labelled = Documents.Checkout with { Labels = ["shop"], Assignee = "ann" };

    [Theory]
    [Trait("Behaviour", "S86")]
    [Trait("Behaviour", "S87")]
    [Trait("Behaviour", "S88")]
    [Trait("Behaviour", "S89")]
    [Trait("Behaviour", "S90")]
    [Trait("Behaviour", "S91")]
    [InlineData("project")]
    [InlineData("board")]
    [InlineData("issue_type")]
    [InlineData("labels")]
    [InlineData("assignee")]
    public async Task A_required_field_without_a_value_stops_the_export_before_any_call(string field)
    {
        await using var harness = await TargetHarness.StartAsync();
        harness.Change(target => target with { RequiredFields = AllFields });
        foreach (var other in AllFields.Remove(field))
        {
            harness.Set(other, "x");
        }

        var result = await harness.ExportAsync();

        AssertMapping(result, $"TicketExport:Targets:board:Settings:{field}");
        Assert.Empty(harness.Tracker.Calls);
    }

    [Theory]
    [Trait("Behaviour", "S86")]
    [InlineData("project")]
    [InlineData("board")]
    [InlineData("issue_type")]
    public async Task A_field_that_the_provider_itself_demands_stops_the_export_too(string field)
    {
        await using var harness = await TargetHarness.StartAsync();
        harness.Set(FakeTrackerDefaults.RequiredSettingsSetting, field);

        AssertMapping(await harness.ExportAsync(), $"TicketExport:Targets:board:Settings:{field}");
        Assert.Empty(harness.Tracker.Calls);
    }

    [Fact]
    [Trait("Behaviour", "S92")]
    public async Task All_missing_fields_are_named_at_once_and_each_one_once()
    {
        await using var harness = await TargetHarness.StartAsync();
        harness.Set(FakeTrackerDefaults.RequiredSettingsSetting, "project, board");
        harness.Change(target => target with { RequiredFields = AllFields });

        var result = await harness.ExportAsync();

        AssertMapping(result, [.. AllFields.Select(field => $"TicketExport:Targets:board:Settings:{field}")]);
        Assert.All(AllFields, field => Assert.Contains($"TicketExport:Targets:board:Settings:{field}: ", result.Failure!.Message, StringComparison.Ordinal));
        Assert.Contains("TicketExport:ProviderDefaults:fake-tracker:Settings:labels, or give the document labels.", result.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Behaviour", "S90")]
    [Trait("Behaviour", "S91")]
    public async Task A_document_fills_labels_and_assignee_and_nothing_else()
    {
        await using var harness = await TargetHarness.StartAsync();
        harness.Change(target => target with { RequiredFields = AllFields });

        AssertMapping(
            await harness.ExportAsync(Labelled),
            "TicketExport:Targets:board:Settings:project",
            "TicketExport:Targets:board:Settings:board",
            "TicketExport:Targets:board:Settings:issue_type");
    }

    [Fact]
    [Trait("Behaviour", "S93")]
    public async Task Default_mappings_are_applied_before_the_check_and_reach_the_tracker()
    {
        await using var harness = await TargetHarness.StartAsync(static options => options.ProviderDefaults["Fake-Tracker"] = new()
        {
            Settings = { ["project"] = "SHOP", ["LABELS"] = "from-defaults" },
        });
        harness.Change(static target => target with { RequiredFields = ["project", "labels"] });

        var result = await harness.ExportAsync();

        Assert.Equal(ExportOutcome.Created, result.Outcome);
        Assert.Equal(["from-defaults"], Assert.Single(harness.Tracker.Tickets).Labels.AsEnumerable());
    }

    [Fact]
    [Trait("Behaviour", "S94")]
    public async Task Once_the_mapping_is_complete_the_same_call_goes_on_under_the_same_key()
    {
        await using var harness = await TargetHarness.StartAsync();
        harness.Change(static target => target with { RequiredFields = ["project"] });
        var blocked = await harness.ExportAsync();

        harness.Set("project", "SHOP");
        var created = await harness.ExportAsync();

        Assert.Equal((ExportOutcome.Blocked, ExportOutcome.Created), (blocked.Outcome, created.Outcome));
        Assert.Equal(blocked.Fingerprint, created.Fingerprint);
        Assert.Equal(IdempotencyKey.Compute(blocked.Fingerprint!.Value, "board", 1), created.IdempotencyKey);
        Assert.Single(harness.Tracker.Tickets);
    }

    [Fact]
    [Trait("Behaviour", "S122")]
    [Trait("Behaviour", "S131")]
    public async Task An_unsafe_address_decides_the_code_before_a_missing_field_and_both_are_named()
    {
        await using var harness = await TargetHarness.StartAsync();
        harness.Change(static target => target with { RequiredFields = ["project"], BaseUrl = new Uri("ftp://tracker.example.test") });

        var failure = (await harness.ExportAsync()).Failure!;

        Assert.Equal((ExportCodes.ProviderUnavailable, FailureReason.UnsafeAddress, NextStep.FixSettings), (failure.Code, failure.Reason, failure.NextStep));
        Assert.Equal("TicketExport:Targets:board:BaseUrl", failure.Setting);
        Assert.Contains("TicketExport:Targets:board:Settings:project: ", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["TicketExport:Targets:board:Settings:project"], failure.Violations.Select(static violation => violation.Path));
        Assert.Equal(StopReason.Unsafe, StopReasons.Of(failure));
    }

    private static void AssertMapping(ExportResult result, params string[] settings)
    {
        Assert.Equal((ExportOutcome.Blocked, ExportStatus.Blocked), (result.Outcome, result.Status));
        var failure = result.Failure!;
        Assert.Equal((ExportCodes.MappingRequired, FailureReason.MappingIncomplete), (failure.Code, failure.Reason));
        Assert.Equal((NextStep.FixMapping, false), (failure.NextStep, failure.IsTransient));
        Assert.Equal(settings.Order(), failure.Violations.Select(static violation => violation.Path).Order());
        Assert.All(failure.Violations, static violation => Assert.Equal("required", violation.Rule));
        Assert.Contains(failure.Setting, settings);
        Assert.Equal((StopReason.MissingMapping, StepOwner.Mapping), (StopReasons.Of(failure), StepOwners.Of(failure)));
    }
}
