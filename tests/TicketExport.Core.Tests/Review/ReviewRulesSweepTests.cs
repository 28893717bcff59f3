using TicketExport.Contract;
using TicketExport.Ledger;
using TicketExport.Review;
using TicketExport.States;

namespace TicketExport.Core.Tests.Review;

/// <summary>What holds for every combination of what a review can read.</summary>
public sealed class ReviewRulesSweepTests
{
    private static readonly ConnectionFacts[] Connections =
    [
        ConnectionFacts.NotChecked,
        ConnectionFacts.Connected,
        new(ReviewState.Unmet, FactsOf.Failure(ExportCodes.ProviderAuthFailed, FailureReason.Authentication)),
    ];

    private static readonly bool[] Booleans = [false, true];

    private static readonly string?[] Codes = [null, ExportCodes.DeliveryFailed, ExportCodes.PortableExportFailed];

    private static readonly AttemptState[] States = [AttemptState.None, AttemptState.Sending, AttemptState.Unknown, AttemptState.NotSent, AttemptState.Rejected];

    private static readonly FailureReason[] Reasons =
    [
        FailureReason.UnsafeContent,
        FailureReason.Unrelated,
        FailureReason.EvidenceNotAccepted,
        FailureReason.UnsafeAddress,
        FailureReason.OwnershipUnconfirmed,
        FailureReason.MappingIncomplete,
        FailureReason.Configuration,
    ];

    private static readonly Lazy<(ReviewFacts Facts, TicketReview Review)[]> Reviews = new(static () =>
    [
        .. from export in Exports().Append(null)
           let facts = export is null ? FactsOf.NewFinding : FactsOf.With(export)
           from connection in Connections
           from isPaused in Booleans
           from variant in Variants(facts with { Connection = connection, PausedUntil = isPaused ? FactsOf.Now.AddMinutes(5) : null })
           select (variant, ReviewRules.Conclude(variant)),
    ]);

    [Fact]
    [Trait("Behaviour", "S12")]
    public void There_is_exactly_one_decision_and_it_never_creates_beside_what_holds_the_key() =>
        Every(static (facts, review) =>
        {
            Assert.True(Enum.IsDefined(review.Decision) && review.Decision != ReviewDecision.Unknown);
            if (review.Decision == ReviewDecision.Create)
            {
                Assert.True(facts.GuardRefusal == ExportRefusal.None || facts is { ReplacesClosed: true, Holder.Reference.ProviderStatus: ProviderStatus.Done });
            }
        });

    [Fact]
    [Trait("Behaviour", "S52")]
    public void Ready_is_said_exactly_when_nothing_blocks_and_no_ticket_stops_it() =>
        Every(static (facts, review) =>
        {
            var stopped = facts.IsGuardedByTicket && facts.Holder!.Link == LinkState.Live && review.Decision != ReviewDecision.Create;

            Assert.Equal(review.Blocking.IsEmpty && !stopped, review.Verdict == ReviewVerdict.Ready);
        });

    [Fact]
    [Trait("Behaviour", "S30")]
    [Trait("Behaviour", "S142")]
    public void A_file_is_never_offered_beside_a_ticket_or_a_doubt_nor_for_a_target_that_works() =>
        Every(static (facts, review) =>
        {
            if (!review.Fallback.IsOffered)
            {
                Assert.Equal(FallbackReason.None, review.Fallback.Reason);
                return;
            }

            Assert.Null(review.Reference);
            Assert.False(facts.Holder is { HasOpenAttempt: true });
            Assert.False(facts is { Connection.IsConnected: true, IsPaused: false, Refusals.IsEmpty: true });
            Assert.Equal(ReviewDecision.PortableFile, review.Decision);
            Assert.Contains(NextStep.UsePortableFile, review.NextSteps);
            Assert.NotEqual(FallbackReason.None, review.Fallback.Reason);
        });

    [Fact]
    [Trait("Behaviour", "S129")]
    public void Every_review_names_a_step_and_its_owner() =>
        Every(static (facts, review) =>
        {
            Assert.NotEqual(NextStep.None, review.NextSteps[0]);
            Assert.NotEqual(StepOwner.None, review.Owner);
            Assert.NotEmpty(review.Message);
            Assert.All(review.Blocking, static item => Assert.True(item is { IsMet: false, NextStep: not NextStep.None, Owner: not StepOwner.None }, $"{item}"));
            Assert.All(review.Readiness, static item => Assert.True(item.IsBlocking || !item.IsOverridable, $"{item}"));
        });

    [Fact]
    [Trait("Behaviour", "S11")]
    public void The_list_and_the_steps_are_whole_and_in_order() =>
        Every(static (facts, review) =>
        {
            Assert.Equal(Enum.GetValues<ReadinessKey>().Skip(1).Where(static key => (int)key <= 100), review.Readiness.Select(static item => item.Key));
            Assert.Equal(Enum.GetValues<ReviewStage>().Skip(1), review.Steps.Select(static step => step.Stage));
        });

    [Fact]
    [Trait("Behaviour", "S116")]
    public void Nobody_overrides_ownership_content_address_mapping_or_what_holds_the_key() =>
        Every(static (facts, review) =>
        {
            Assert.All(
                review.Readiness.Where(static item => item.Key is ReadinessKey.ContentSafe or ReadinessKey.TargetSuitable or ReadinessKey.BaseUrlSafe
                    or ReadinessKey.OwnershipConfirmed or ReadinessKey.MappingComplete or ReadinessKey.NoCooldown or ReadinessKey.NothingUnderWay
                    or ReadinessKey.DuplicateGuardReady),
                static item => Assert.False(item.IsOverridable));
            Assert.False(review.Item(ReadinessKey.DuplicateKnown).IsOverridable);
        });

    [Fact]
    [Trait("Behaviour", "S8")]
    public void Without_identifiers_nothing_is_ready_whatever_else_is_so() =>
        Every(static (facts, _) =>
        {
            var review = ReviewRules.Conclude(facts with { Violations = [new ContractViolation("$.source.record_id", "required", "Missing.")] });

            Assert.NotEqual(ReviewVerdict.Ready, review.Verdict);
            Assert.False(review.Fallback.IsOffered);
        });

    private static void Every(Action<ReviewFacts, TicketReview> holds)
    {
        foreach (var (facts, review) in Reviews.Value)
        {
            holds(facts, review);
        }
    }

    private static IEnumerable<ReviewFacts> Variants(ReviewFacts facts) =>
    [
        facts,
        facts with { UpdatesExisting = true },
        facts with { ReplacesClosed = true },
        facts with { RecreatesWhenAbsent = true },
        .. Reasons.Select(reason => facts with { Refusals = [FactsOf.Failure(ExportCodes.ProviderUnavailable, reason)] }),
    ];

    private static IEnumerable<ExportFacts> Exports()
    {
        foreach (var sync in Enum.GetValues<StatusSyncStatus>())
        {
            yield return FactsOf.Linked(sync);
            yield return FactsOf.Linked(sync, LinkState.Broken);
            yield return FactsOf.Linked(sync) is var linked ? linked with { Reference = linked.Reference! with { ProviderStatus = ProviderStatus.Done } } : linked;
            yield return FactsOf.Linked(sync) is var unread ? unread with { Reference = unread.Reference! with { IsReadable = false } } : unread;
        }

        foreach (var status in Enum.GetValues<ExportStatus>().Where(static status => status is not (ExportStatus.Exported or ExportStatus.PartialFailed)))
        {
            foreach (var attempt in States)
            {
                foreach (var code in Codes)
                {
                    var export = FactsOf.Export(status, attempt, code is null ? null : FactsOf.Failure(code));
                    yield return export;
                    yield return export with { IsFallbackEligible = true };
                    yield return FactsOf.Filed(export);
                }
            }
        }
    }
}
