using TicketExport.Ledger;
using TicketExport.Review;
using TicketExport.States;

namespace TicketExport.Core.Tests.Review;

public sealed class ReviewDecisionTests
{
    [Fact]
    [Trait("Behaviour", "S12")]
    [Trait("Behaviour", "S120")]
    public void A_new_finding_is_ready_to_be_created()
    {
        var review = ReviewRules.Conclude(FactsOf.NewFinding);

        Assert.Equal((ReviewDecision.Create, ReviewVerdict.Ready, StepOwner.Approval), (review.Decision, review.Verdict, review.Owner));
        Assert.Equal([NextStep.Approve], review.NextSteps.AsEnumerable());
    }

    [Fact]
    [Trait("Behaviour", "S12")]
    [Trait("Behaviour", "S128")]
    public void A_ticket_that_exists_stops_and_is_opened_or_updated()
    {
        var open = ReviewRules.Conclude(FactsOf.Ticket());
        var update = ReviewRules.Conclude(FactsOf.Ticket() with { UpdatesExisting = true });

        Assert.Equal((ReviewVerdict.Stop, ReviewDecision.OpenExisting, StepOwner.DuplicateReview), (open.Verdict, open.Decision, open.Owner));
        Assert.Equal([NextStep.OpenExisting], open.NextSteps.AsEnumerable());
        Assert.Contains("ACME-7", open.Message, StringComparison.Ordinal);
        Assert.Equal((ReviewVerdict.Stop, ReviewDecision.UpdateExisting), (update.Verdict, update.Decision));
        Assert.Equal([NextStep.UpdateExisting, NextStep.OpenExisting], update.NextSteps.AsEnumerable());
    }

    [Fact]
    [Trait("Behaviour", "S26")]
    [Trait("Behaviour", "S27")]
    [Trait("Behaviour", "S28")]
    public void After_a_failed_sync_another_read_and_another_connection_are_at_hand_and_nothing_is_approved()
    {
        var review = ReviewRules.Conclude(FactsOf.Ticket(StatusSyncStatus.Failed));

        Assert.Equal((ReviewDecision.RetrySync, ReviewVerdict.Stop), (review.Decision, review.Verdict));
        Assert.Equal([NextStep.RetrySync, NextStep.Reconnect, NextStep.OpenExisting], review.NextSteps.AsEnumerable());
        Assert.Contains(review.Blocking, static item => item.Key == ReadinessKey.SyncFresh);
    }

    [Fact]
    [Trait("Behaviour", "S53")]
    public void Revoked_credentials_ask_to_connect_again_first()
    {
        var review = ReviewRules.Conclude(FactsOf.Ticket(StatusSyncStatus.Disconnected) with { Connection = ConnectionFacts.NotChecked });

        Assert.Equal(NextStep.Reconnect, review.NextSteps[0]);
        Assert.Equal(StepOwner.Settings, review.Owner);
        Assert.Equal(SyncNote.Disconnected, review.Exports[0].Summary.SyncNote);
    }

    [Fact]
    [Trait("Behaviour", "S32")]
    public void A_closed_ticket_still_stops_and_points_to_evidence()
    {
        var linked = FactsOf.Linked();
        var facts = FactsOf.With(linked with { Reference = linked.Reference! with { ProviderStatus = ProviderStatus.Done } });
        var review = ReviewRules.Conclude(facts);

        Assert.Equal((ReviewVerdict.Stop, ReviewDecision.OpenExisting), (review.Verdict, review.Decision));
        Assert.Equal([NextStep.OpenExisting, NextStep.CheckEvidence], review.NextSteps.AsEnumerable());
        Assert.Contains("closed", review.Message, StringComparison.Ordinal);
        Assert.Equal(ReviewDecision.Create, ReviewRules.Conclude(facts with { ReplacesClosed = true }).Decision);
    }

    [Fact]
    [Trait("Behaviour", "S57")]
    [Trait("Behaviour", "S58")]
    public void A_ticket_that_is_gone_is_linked_again_and_never_replaced()
    {
        var review = ReviewRules.Conclude(FactsOf.Ticket(StatusSyncStatus.Failed, LinkState.Broken));

        Assert.Equal((ReviewDecision.RetrySync, ReviewVerdict.StillBlocked), (review.Decision, review.Verdict));
        Assert.Equal(NextStep.Relink, review.NextSteps[0]);
        Assert.Equal(ExportWord.BrokenReference, review.Exports[0].Summary.Word);
        Assert.False(review.Fallback.IsOffered);
    }

    [Fact]
    [Trait("Behaviour", "S61")]
    public void A_ticket_at_another_target_stops_where_a_source_has_one_ticket()
    {
        var elsewhere = FactsOf.Linked(target: "old");
        var review = ReviewRules.Conclude(FactsOf.NewFinding with { Exports = [elsewhere], HolderId = elsewhere.Record.ExportId });

        Assert.Equal((ReviewVerdict.Stop, "old"), (review.Verdict, review.Reference!.TargetId));
        Assert.Contains("target 'old'", review.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Behaviour", "S61")]
    public void A_ticket_at_another_target_is_reported_where_each_target_has_its_own()
    {
        var review = ReviewRules.Conclude(FactsOf.NewFinding with { Exports = [FactsOf.Linked(target: "old")] });

        Assert.Equal((ReviewVerdict.Ready, ReviewDecision.Create, "old"), (review.Verdict, review.Decision, review.Reference!.TargetId));
    }

    [Fact]
    public void An_export_that_failed_elsewhere_gives_the_key_up()
    {
        var failed = FactsOf.Export(ExportStatus.Failed, AttemptState.Rejected, FactsOf.Failure(ExportCodes.DeliveryFailed, FailureReason.Validation));
        var facts = FactsOf.NewFinding with { Exports = [failed with { Record = failed.Record with { TargetId = "old" } }], HolderId = failed.Record.ExportId };

        Assert.Equal((ReviewDecision.Create, ReviewVerdict.Ready), (ReviewRules.Conclude(facts).Decision, ReviewRules.Conclude(facts).Verdict));
    }

    [Theory]
    [InlineData(FailureReason.UnsafeAddress, false, FallbackReason.UnsafeEndpoint)]
    [InlineData(FailureReason.Configuration, true, FallbackReason.UnsupportedProvider)]
    [InlineData(FailureReason.Configuration, false, FallbackReason.ProviderUnavailable)]
    [Trait("Behaviour", "S106")]
    [Trait("Behaviour", "S135")]
    [Trait("Behaviour", "S138")]
    [Trait("Behaviour", "S139")]
    public void A_target_that_cannot_be_used_may_be_recovered_or_replaced_by_a_file(FailureReason reason, bool isMissing, FallbackReason expected)
    {
        var review = ReviewRules.Conclude(FactsOf.NewFinding with
        {
            Connection = ConnectionFacts.NotChecked,
            Refusals = [FactsOf.Failure(ExportCodes.ProviderUnavailable, reason)],
            IsProviderMissing = isMissing,
        });

        Assert.Equal((true, expected), (review.Fallback.IsOffered, review.Fallback.Reason));
        Assert.Equal([NextStep.FixSettings, NextStep.UsePortableFile], review.NextSteps.AsEnumerable());
        Assert.Contains("Recover the target, hand over a file, or stop.", review.Fallback.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Behaviour", "S106")]
    [Trait("Behaviour", "S137")]
    public void A_revoked_target_may_be_recovered_or_replaced_by_a_file()
    {
        var refused = new ConnectionFacts(ReviewState.Unmet, FactsOf.Failure(ExportCodes.ProviderAuthFailed, FailureReason.Authentication));
        var review = ReviewRules.Conclude(FactsOf.NewFinding with { Connection = refused });

        Assert.Equal((true, FallbackReason.TargetRevoked), (review.Fallback.IsOffered, review.Fallback.Reason));
        Assert.Equal([NextStep.FixSettings, NextStep.UsePortableFile], review.NextSteps.AsEnumerable());
    }

    [Theory]
    [InlineData(FailureReason.RateLimited, FallbackReason.RateLimited)]
    [InlineData(FailureReason.Unavailable, FallbackReason.RepeatedFailures)]
    [Trait("Behaviour", "S107")]
    [Trait("Behaviour", "S140")]
    [Trait("Behaviour", "S141")]
    public void Used_up_retries_lead_to_a_file_until_the_tracker_answers_again(FailureReason reason, FallbackReason expected)
    {
        var failed = FactsOf.Failed(FactsOf.Failure(ExportCodes.DeliveryFailed, reason));
        var facts = failed with { Exports = [failed.Exports[0] with { IsFallbackEligible = true }] };
        var review = ReviewRules.Conclude(facts);
        var recovered = ReviewRules.Conclude(facts with { Connection = ConnectionFacts.Connected });

        Assert.Equal((ReviewDecision.PortableFile, expected, StepOwner.Fallback), (review.Decision, review.Fallback.Reason, review.Owner));
        Assert.Equal((ReviewDecision.Retry, false, ReviewVerdict.Ready), (recovered.Decision, recovered.Fallback.IsOffered, recovered.Verdict));
        Assert.Contains("a file is for targets that cannot", recovered.Fallback.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FailureReason.MappingIncomplete)]
    [InlineData(FailureReason.OwnershipUnconfirmed)]
    [InlineData(FailureReason.UnsafeContent)]
    [Trait("Behaviour", "S30")]
    public void What_can_be_put_right_here_makes_no_file(FailureReason reason) =>
        Assert.False(ReviewRules.Conclude(FactsOf.NewFinding with { Refusals = [FactsOf.Failure(ExportCodes.ProviderUnavailable, reason)] }).Fallback.IsOffered);

    [Fact]
    [Trait("Behaviour", "S11")]
    public void The_steps_tell_what_each_found()
    {
        var review = ReviewRules.Conclude(FactsOf.Ticket(StatusSyncStatus.Stale));

        Assert.Equal(
            [
                (ReviewStage.Source, ReviewState.Met),
                (ReviewStage.ExistingReference, ReviewState.Met),
                (ReviewStage.SyncCheck, ReviewState.Unmet),
                (ReviewStage.DuplicateDecision, ReviewState.Met),
                (ReviewStage.NextStep, ReviewState.Met),
            ],
            review.Steps.Select(static step => (step.Stage, step.State)));
    }
}
