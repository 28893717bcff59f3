using TicketExport.Contract;
using TicketExport.Ledger;
using TicketExport.Review;
using TicketExport.States;

namespace TicketExport.Core.Tests.Review;

public sealed class ReadinessRulesTests
{
    [Theory]
    [Trait("Behaviour", "S8")]
    [Trait("Behaviour", "S48")]
    [InlineData("$.source.type", "source type")]
    [InlineData("$.source.record_id", "source id")]
    [InlineData("$.account.id", "account id")]
    public void A_missing_identifier_is_named_and_blocks(string path, string name)
    {
        var review = ReviewRules.Conclude(FactsOf.NewFinding with { Violations = [new ContractViolation(path, "required", "It is missing.")] });

        var item = Blocking(review, ReadinessKey.SourceIdentifiersVisible);
        Assert.Contains(name, item.Message, StringComparison.Ordinal);
        Assert.Contains(path, item.Message, StringComparison.Ordinal);
        Assert.Equal((ReviewVerdict.StillBlocked, StepOwner.Document), (review.Verdict, review.Owner));
        Assert.Equal(ReviewState.NotChecked, review.Steps[1].State);
    }

    [Fact]
    [Trait("Behaviour", "S48")]
    public void Identifiers_that_are_there_are_visible() =>
        Assert.True(Item(FactsOf.NewFinding, ReadinessKey.SourceIdentifiersVisible).IsMet);

    [Theory]
    [Trait("Behaviour", "S47")]
    [InlineData("10001", null, null, true)]
    [InlineData("", "ACME-7", null, true)]
    [InlineData("", null, "https://tracker.example.test/ACME-7", true)]
    [InlineData("", "", null, false)]
    public void A_reference_is_visible_by_its_id_its_key_or_its_address(string id, string? key, string? url, bool expected)
    {
        var linked = FactsOf.Linked();
        var ticket = new TicketReference { ProviderTicketId = id, ExternalIssueId = key, Url = url is null ? null : new Uri(url) };
        var item = Item(FactsOf.With(linked with { Reference = linked.Reference! with { Ticket = ticket } }), ReadinessKey.ReferenceVisible);

        Assert.Equal((expected, !expected), (item.IsMet, item.IsBlocking));
    }

    [Fact]
    [Trait("Behaviour", "S47")]
    public void A_source_without_a_ticket_has_no_visible_reference_and_nothing_to_blame()
    {
        var item = Item(FactsOf.NewFinding, ReadinessKey.ReferenceVisible);

        Assert.Equal((ReviewState.Unmet, false), (item.State, item.IsBlocking));
    }

    [Fact]
    [Trait("Behaviour", "S47")]
    [Trait("Behaviour", "S52")]
    public void An_export_that_is_said_to_have_a_ticket_and_has_none_blocks() =>
        Assert.Equal(NextStep.Relink, Blocking(ReviewRules.Conclude(FactsOf.With(FactsOf.Export(ExportStatus.Exported))), ReadinessKey.ReferenceVisible).NextStep);

    [Theory]
    [Trait("Behaviour", "S10")]
    [Trait("Behaviour", "S18")]
    [Trait("Behaviour", "S19")]
    [Trait("Behaviour", "S20")]
    [Trait("Behaviour", "S21")]
    [Trait("Behaviour", "S49")]
    [InlineData(StatusSyncStatus.Fresh, null, NextStep.None)]
    [InlineData(StatusSyncStatus.Stale, "too old", NextStep.RetrySync)]
    [InlineData(StatusSyncStatus.Failed, "could not be read", NextStep.RetrySync)]
    [InlineData(StatusSyncStatus.RetryScheduled, "2026-03-01T12:10:00Z", NextStep.Wait)]
    [InlineData(StatusSyncStatus.Disconnected, "disconnected", NextStep.Reconnect)]
    [InlineData(StatusSyncStatus.Never, "never read", NextStep.RetrySync)]
    public void An_unclear_sync_is_shown_and_blocks_unless_it_is_overridden(StatusSyncStatus sync, string? message, NextStep step)
    {
        var linked = FactsOf.Linked(sync);
        var retryAt = sync == StatusSyncStatus.RetryScheduled ? FactsOf.Now.AddMinutes(10) : (DateTimeOffset?)null;
        var review = ReviewRules.Conclude(FactsOf.With(linked with { Reference = linked.Reference! with { SyncRetryAt = retryAt } }));

        var item = review.Item(ReadinessKey.SyncFresh);
        Assert.Equal((message is null, message is not null, message is not null), (item.IsMet, item.IsBlocking, item.IsOverridable));
        Assert.Equal((step, retryAt), (item.NextStep, item.RetryAt));
        Assert.Contains(message ?? "was read at 2026-03-01T11:59:00Z", item.Message, StringComparison.Ordinal);
        Assert.Equal(item.State, review.Steps[2].State);
    }

    [Fact]
    [Trait("Behaviour", "S54")]
    [Trait("Behaviour", "S55")]
    public void A_rate_limited_read_keeps_the_last_status_and_shows_the_time()
    {
        var linked = FactsOf.Linked(StatusSyncStatus.RetryScheduled);
        var review = ReviewRules.Conclude(FactsOf.With(linked with { Reference = linked.Reference! with { SyncRetryAt = FactsOf.Now.AddMinutes(10) } }));

        Assert.Equal((ProviderStatus.Open, FactsOf.Now.AddMinutes(10)), (review.Reference!.ProviderStatus, review.RetryAt));
        Assert.Equal(NextStep.Wait, review.NextSteps[0]);
        Assert.DoesNotContain(NextStep.RetrySync, review.NextSteps);
    }

    [Fact]
    public void A_receiver_without_a_status_to_read_holds_nothing_up()
    {
        var linked = FactsOf.Linked(StatusSyncStatus.Never);

        Assert.Equal(
            ReviewState.NotChecked,
            Item(FactsOf.With(linked with { Reference = linked.Reference! with { IsReadable = false } }), ReadinessKey.SyncFresh).State);
    }

    [Fact]
    [Trait("Behaviour", "S10")]
    [Trait("Behaviour", "S61")]
    public void An_unclear_ticket_at_another_target_blocks_a_target_with_links_of_its_own()
    {
        var review = ReviewRules.Conclude(FactsOf.NewFinding with { Exports = [FactsOf.Linked(StatusSyncStatus.Failed, target: "old")] });

        Assert.Equal(("old", ReviewDecision.Create, ReviewVerdict.StillBlocked), (review.Reference!.TargetId, review.Decision, review.Verdict));
        Assert.True(Blocking(review, ReadinessKey.SyncFresh).IsOverridable);
    }

    [Theory]
    [Trait("Behaviour", "S50")]
    [InlineData(true, false, false, true, false)]
    [InlineData(false, false, false, false, true)]
    [InlineData(true, true, false, true, false)]
    [InlineData(true, false, true, false, false)]
    public void The_guard_is_ready_if_a_repeated_export_would_be_stopped_or_become_an_update(bool isKnown, bool updates, bool recreates, bool isMet, bool isBlocking)
    {
        var item = Item(FactsOf.NewFinding with { IsGuardKnown = isKnown, UpdatesExisting = updates, RecreatesWhenAbsent = recreates }, ReadinessKey.DuplicateGuardReady);

        Assert.Equal((isMet, isBlocking), (item.IsMet, item.IsBlocking));
    }

    [Fact]
    [Trait("Behaviour", "S50")]
    public void The_guard_is_not_ready_where_a_closed_ticket_is_replaced()
    {
        var linked = FactsOf.Linked();
        var closed = FactsOf.With(linked with { Reference = linked.Reference! with { ProviderStatus = ProviderStatus.Done } });

        Assert.True(Item(closed, ReadinessKey.DuplicateGuardReady).IsMet);
        Assert.Equal(ReviewState.Unmet, Item(closed with { ReplacesClosed = true }, ReadinessKey.DuplicateGuardReady).State);
    }

    [Theory]
    [Trait("Behaviour", "S9")]
    [Trait("Behaviour", "S56")]
    [Trait("Behaviour", "S112")]
    [Trait("Behaviour", "S124")]
    [InlineData(false, null, NextStep.Confirm)]
    [InlineData(false, 10, NextStep.Wait)]
    [InlineData(true, null, NextStep.Relink)]
    public void An_unclear_reference_blocks_and_nobody_may_override_it(bool isBroken, int? lookUpInMinutes, NextStep step)
    {
        var retryAt = lookUpInMinutes is { } minutes ? FactsOf.Now.AddMinutes(minutes) : (DateTimeOffset?)null;
        var unknown = FactsOf.Export(ExportStatus.DeliveryUnknown, AttemptState.Unknown);
        var facts = isBroken
            ? FactsOf.Ticket(link: LinkState.Broken)
            : FactsOf.With(unknown with { Record = unknown.Record with { RetryAt = retryAt } });
        var review = ReviewRules.Conclude(facts);

        var item = Blocking(review, ReadinessKey.DuplicateKnown);
        Assert.Equal((step, retryAt, false), (item.NextStep, item.RetryAt, item.IsOverridable));
        Assert.Equal(ReviewVerdict.StillBlocked, review.Verdict);
        Assert.Equal(lookUpInMinutes is null ? StepOwner.DuplicateReview : StepOwner.Worker, review.Owner);
    }

    [Theory]
    [Trait("Behaviour", "S119")]
    [InlineData(FailureReason.UnsafeContent, ReadinessKey.ContentSafe, ReviewVerdict.Stop, StopReason.Private)]
    [InlineData(FailureReason.Unrelated, ReadinessKey.TargetSuitable, ReviewVerdict.Stop, StopReason.Unrelated)]
    [InlineData(FailureReason.EvidenceNotAccepted, ReadinessKey.TargetSuitable, ReviewVerdict.Stop, StopReason.Unsafe)]
    [InlineData(FailureReason.UnsafeAddress, ReadinessKey.BaseUrlSafe, ReviewVerdict.StillBlocked, StopReason.Unsafe)]
    [InlineData(FailureReason.OwnershipUnconfirmed, ReadinessKey.OwnershipConfirmed, ReviewVerdict.StillBlocked, StopReason.MissingOwnership)]
    [InlineData(FailureReason.MappingIncomplete, ReadinessKey.MappingComplete, ReviewVerdict.StillBlocked, StopReason.MissingMapping)]
    [InlineData(FailureReason.Configuration, ReadinessKey.ProviderConnected, ReviewVerdict.StillBlocked, StopReason.None)]
    [Trait("Behaviour", "S111")]
    [Trait("Behaviour", "S116")]
    [Trait("Behaviour", "S117")]
    [Trait("Behaviour", "S122")]
    [Trait("Behaviour", "S123")]
    [Trait("Behaviour", "S127")]
    public void What_stops_an_export_before_it_is_sent_is_an_item_of_its_own(FailureReason reason, ReadinessKey key, ReviewVerdict verdict, StopReason stop)
    {
        var review = ReviewRules.Conclude(FactsOf.NewFinding with { Refusals = [FactsOf.Failure(ExportCodes.ProviderUnavailable, reason)] });

        var item = Blocking(review, key);
        Assert.Equal([key], review.Blocking.Select(static blocking => blocking.Key));
        Assert.Equal((verdict, stop, "It failed."), (review.Verdict, review.StopReason, item.Message));
    }

    [Fact]
    public void All_that_stops_an_export_is_told_at_once()
    {
        var review = ReviewRules.Conclude(FactsOf.NewFinding with
        {
            Refusals =
            [
                FactsOf.Failure(ExportCodes.MappingRequired, FailureReason.MappingIncomplete, NextStep.FixMapping),
                FactsOf.Failure(ExportCodes.ProviderUnavailable, FailureReason.OwnershipUnconfirmed),
                FactsOf.Failure(ExportCodes.ProviderUnavailable, FailureReason.UnsafeAddress),
            ],
        });

        Assert.Equal(
            [ReadinessKey.BaseUrlSafe, ReadinessKey.OwnershipConfirmed, ReadinessKey.MappingComplete],
            review.Blocking.Select(static item => item.Key));
        Assert.Equal(StepOwner.Mapping, review.Blocking[2].Owner);
    }

    private static ReadinessItem Item(ReviewFacts facts, ReadinessKey key) => ReviewRules.Conclude(facts).Item(key);

    private static ReadinessItem Blocking(TicketReview review, ReadinessKey key)
    {
        var item = review.Item(key);
        Assert.True(item.IsBlocking, $"{item} does not block.");
        Assert.Contains(item, review.Blocking);
        return item;
    }
}
