using TicketExport.Ledger;
using TicketExport.Review;

namespace TicketExport.Core.Tests.Review;

/// <summary>When an export that brought no ticket may be tried again.</summary>
public sealed class ReviewRetryTests
{
    [Fact]
    [Trait("Behaviour", "S110")]
    [Trait("Behaviour", "S125")]
    public void A_retry_before_its_time_is_refused_and_the_time_is_shown()
    {
        var scheduled = FactsOf.Export(ExportStatus.RetryScheduled, AttemptState.NotSent, FactsOf.Failure(ExportCodes.DeliveryFailed));
        var waiting = ReviewRules.Conclude(FactsOf.With(scheduled with { Record = scheduled.Record with { RetryAt = FactsOf.Now.AddMinutes(3) } }));
        var due = ReviewRules.Conclude(FactsOf.With(scheduled with { Record = scheduled.Record with { RetryAt = FactsOf.Now } }));

        Assert.Equal((ReviewVerdict.StillBlocked, FactsOf.Now.AddMinutes(3), StepOwner.Worker), (waiting.Verdict, waiting.RetryAt, waiting.Owner));
        Assert.Equal([ReadinessKey.NoCooldown], waiting.Blocking.Select(static item => item.Key));
        Assert.Equal((ReviewVerdict.Ready, ReviewDecision.Retry), (due.Verdict, due.Decision));
    }

    [Fact]
    [Trait("Behaviour", "S110")]
    [Trait("Behaviour", "S115")]
    [Trait("Behaviour", "S125")]
    public void A_paused_target_holds_up_a_finding_that_was_never_sent()
    {
        var review = ReviewRules.Conclude(FactsOf.NewFinding with { PausedUntil = FactsOf.Now.AddMinutes(3) });

        Assert.Equal((ReviewVerdict.StillBlocked, FactsOf.Now.AddMinutes(3)), (review.Verdict, review.RetryAt));
        Assert.Equal(ReviewVerdict.Ready, ReviewRules.Conclude(FactsOf.NewFinding with { PausedUntil = FactsOf.Now }).Verdict);
    }

    [Fact]
    public void The_later_of_two_times_counts()
    {
        var scheduled = FactsOf.Export(ExportStatus.RetryScheduled, AttemptState.RateLimited);
        var facts = FactsOf.With(scheduled with { Record = scheduled.Record with { RetryAt = FactsOf.Now.AddMinutes(3) } });

        Assert.Equal(FactsOf.Now.AddMinutes(3), ReviewRules.Conclude(facts with { PausedUntil = FactsOf.Now.AddMinutes(1) }).RetryAt);
        Assert.Equal(FactsOf.Now.AddMinutes(9), ReviewRules.Conclude(facts with { PausedUntil = FactsOf.Now.AddMinutes(9) }).RetryAt);
    }

    [Theory]
    [InlineData(FailureReason.Authentication)]
    [InlineData(FailureReason.Permission)]
    [InlineData(FailureReason.NotFound)]
    [InlineData(FailureReason.Redirected)]
    [Trait("Behaviour", "S113")]
    [Trait("Behaviour", "S114")]
    [Trait("Behaviour", "S121")]
    public void A_refusal_by_the_tracker_stands_until_the_tracker_was_seen_to_accept(FailureReason reason)
    {
        var failed = FactsOf.Failed(FactsOf.Failure(ExportCodes.ProviderAuthFailed, reason));
        var before = ReviewRules.Conclude(failed);
        var after = ReviewRules.Conclude(failed with { Connection = ConnectionFacts.Connected });

        Assert.Equal(ReviewVerdict.StillBlocked, before.Verdict);
        Assert.True(Assert.Single(before.Blocking).IsOverridable);
        Assert.Equal((ReviewVerdict.Ready, ReviewDecision.Retry, NextStep.Approve), (after.Verdict, after.Decision, after.NextSteps[0]));
    }

    [Fact]
    [Trait("Behaviour", "S121")]
    public void Credentials_that_the_tracker_refuses_now_block_and_nobody_may_override_that()
    {
        var refused = new ConnectionFacts(ReviewState.Unmet, FactsOf.Failure(ExportCodes.ProviderAuthFailed, FailureReason.Authentication));
        var review = ReviewRules.Conclude(FactsOf.NewFinding with { Connection = refused });

        var item = Assert.Single(review.Blocking);
        Assert.Equal((ReadinessKey.ProviderConnected, false, StepOwner.Settings), (item.Key, item.IsOverridable, review.Owner));
        Assert.Equal(ReviewVerdict.StillBlocked, review.Verdict);
    }

    [Fact]
    [Trait("Behaviour", "S113")]
    [Trait("Behaviour", "S114")]
    public void A_refused_document_must_change()
    {
        var failed = FactsOf.Failed(FactsOf.Failure(ExportCodes.DeliveryFailed, FailureReason.Validation, NextStep.FixDocument)) with { Connection = ConnectionFacts.Connected };

        Assert.Equal((ReviewVerdict.StillBlocked, StepOwner.Document), Of(ReviewRules.Conclude(failed)));
        Assert.Equal(ReviewVerdict.Ready, ReviewRules.Conclude(failed with { IsDocumentChanged = true }).Verdict);
    }

    [Theory]
    [InlineData(FailureReason.MappingIncomplete)]
    [InlineData(FailureReason.OwnershipUnconfirmed)]
    [InlineData(FailureReason.UnsafeAddress)]
    [InlineData(FailureReason.UnsafeContent)]
    [InlineData(FailureReason.Configuration)]
    [Trait("Behaviour", "S111")]
    [Trait("Behaviour", "S114")]
    public void What_is_checked_anew_each_time_counts_as_changed_once_it_passes(FailureReason reason)
    {
        var failure = FactsOf.Failure(ExportCodes.ProviderUnavailable, reason);
        var blocked = FactsOf.With(FactsOf.Export(ExportStatus.Blocked, AttemptState.Rejected, failure));

        Assert.Equal(ReviewVerdict.Ready, ReviewRules.Conclude(blocked).Verdict);
        Assert.NotEqual(ReviewVerdict.Ready, ReviewRules.Conclude(blocked with { Refusals = [failure] }).Verdict);
    }

    [Theory]
    [InlineData(ExportStatus.Approved)]
    [InlineData(ExportStatus.Delivering)]
    public void What_is_under_way_is_waited_for(ExportStatus status)
    {
        var review = ReviewRules.Conclude(FactsOf.With(FactsOf.Export(status, status == ExportStatus.Delivering ? AttemptState.Sending : AttemptState.None)));

        Assert.Equal((ReviewVerdict.StillBlocked, StepOwner.Worker), Of(review));
        Assert.Equal([ReadinessKey.NothingUnderWay], review.Blocking.Select(static item => item.Key));
    }

    [Fact]
    [Trait("Behaviour", "S21")]
    public void A_disconnected_export_waits_for_its_target()
    {
        var review = ReviewRules.Conclude(FactsOf.With(FactsOf.Export(ExportStatus.Disconnected)));

        Assert.Equal((ReviewVerdict.StillBlocked, StepOwner.Settings), Of(review));
        Assert.Equal(NextStep.Reconnect, review.NextSteps[0]);
    }

    [Fact]
    [Trait("Behaviour", "S126")]
    public void A_file_that_could_not_be_made_blocks_until_there_is_another_way()
    {
        var failed = FactsOf.With(FactsOf.Unfiled(FactsOf.Export(ExportStatus.Failed, AttemptState.NotSent, FactsOf.Failure(ExportCodes.DeliveryFailed, FailureReason.Configuration))));

        var review = ReviewRules.Conclude(failed with { Connection = ConnectionFacts.NotChecked });
        Assert.Equal((ReviewVerdict.StillBlocked, StepOwner.Fallback), Of(review));
        Assert.Equal((ReadinessKey.PortablePathUsable, true), (Assert.Single(review.Blocking).Key, review.Blocking[0].IsOverridable));
        Assert.Equal(ReviewVerdict.Ready, ReviewRules.Conclude(failed).Verdict);
    }

    [Fact]
    [Trait("Behaviour", "S51")]
    public void A_file_beside_an_export_that_goes_on_blurs_the_boundary()
    {
        var scheduled = FactsOf.Filed(FactsOf.Export(ExportStatus.Failed, AttemptState.NotSent));
        var item = ReviewRules.Conclude(FactsOf.With(scheduled)).Item(ReadinessKey.FallbackBoundaryClear);

        Assert.Equal((ReviewState.Unmet, true, true, StepOwner.Fallback), (item.State, item.IsBlocking, item.IsOverridable, item.Owner));
        Assert.True(ReviewRules.Conclude(FactsOf.NewFinding).Item(ReadinessKey.FallbackBoundaryClear).IsMet);
    }

    [Fact]
    [Trait("Behaviour", "S51")]
    [Trait("Behaviour", "S120")]
    public void A_file_takes_the_place_of_a_healthy_sync_and_says_when_the_target_works_again()
    {
        var portable = FactsOf.With(FactsOf.Filed(FactsOf.Export(ExportStatus.Portable, AttemptState.NotSent)));
        var review = ReviewRules.Conclude(portable);

        Assert.Equal((ReviewVerdict.Ready, ReviewDecision.PortableFile), (review.Verdict, review.Decision));
        Assert.Equal(ReviewState.Unmet, review.Item(ReadinessKey.FallbackBoundaryClear).State);
        Assert.True(ReviewRules.Conclude(portable with { Connection = ConnectionFacts.NotChecked }).Item(ReadinessKey.FallbackBoundaryClear).IsMet);
    }

    private static (ReviewVerdict, StepOwner) Of(TicketReview review) => (review.Verdict, review.Owner);
}
