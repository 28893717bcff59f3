using TicketExport.Contract;
using TicketExport.Review;

namespace TicketExport.Core.Tests.Targets;

public sealed class AdmissionTests
{
    private static readonly TicketExportDocument WithEvidence = Documents.Checkout with
    {
        EvidenceLinks = [new EvidenceLink { Label = "Trace", Url = "https://files.example.test/trace", Type = "report", AttachmentAllowed = false }],
    };

    [Theory]
    [Trait("Behaviour", "S119")]
    [InlineData(null)]
    [InlineData("other")]
    [InlineData("SHOP")]
    public async Task A_target_of_one_project_serves_no_other(string? project)
    {
        await using var harness = await TargetHarness.StartAsync();
        harness.Change(static target => target with { Project = "shop" });

        var failure = (await harness.ExportAsync(project: project)).Failure!;

        Assert.Equal((ExportCodes.ProviderNotConfigured, FailureReason.Unrelated), (failure.Code, failure.Reason));
        Assert.Equal("TicketExport:Targets:board:Project", failure.Setting);
        Assert.Equal(StopReason.Unrelated, StopReasons.Of(failure));
        Assert.Empty(harness.Tracker.Calls);
        Assert.Equal(ExportOutcome.Created, (await harness.ExportAsync(project: "shop")).Outcome);
    }

    [Fact]
    [Trait("Behaviour", "S117")]
    [Trait("Behaviour", "S118")]
    public async Task Evidence_does_not_leave_for_a_target_that_must_not_be_sent_any()
    {
        await using var harness = await TargetHarness.StartAsync();
        harness.Change(static target => target with { AcceptsEvidence = false });

        var result = await harness.ExportAsync(WithEvidence);

        Assert.Equal((ExportOutcome.Blocked, ExportCodes.UnsafeContent, NextStep.FixDocument), (result.Outcome, result.Failure!.Code, result.Failure.NextStep));
        Assert.Equal("$.evidence_links", Assert.Single(result.Failure.Violations).Path);
        Assert.Equal("TicketExport:Targets:board:AcceptsEvidence", result.Failure.Setting);
        Assert.Equal((StopReason.Unsafe, StepOwner.Document), (StopReasons.Of(result.Failure), StepOwners.Of(result.Failure)));
        Assert.Empty(harness.Tracker.Calls);
        Assert.Equal(ExportOutcome.Created, (await harness.ExportAsync()).Outcome);
    }

    [Fact]
    [Trait("Behaviour", "S117")]
    public async Task Evidence_leaves_for_any_other_target()
    {
        await using var harness = await TargetHarness.StartAsync();

        Assert.Equal(ExportOutcome.Created, (await harness.ExportAsync(WithEvidence)).Outcome);
    }
}
