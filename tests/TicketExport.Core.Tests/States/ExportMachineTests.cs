using TicketExport.Ledger;
using TicketExport.States;

namespace TicketExport.Core.Tests.States;

/// <summary>What holds for every state and every event, reachable or not.</summary>
public sealed class ExportMachineTests
{
    private static readonly ExportEvent[] Proofs = [ExportEvent.AbsentProven, ExportEvent.Repeatable, ExportEvent.AbsenceAssumed];

    [Fact]
    public void Every_state_and_event_has_an_answer()
    {
        Assert.Equal(12 * 10 * 4 * 2 * 2, StateSpace.All.Count);
        Assert.All(StateSpace.Steps, static step =>
        {
            Assert.True(Enum.IsDefined(step.Step.Refusal));
            Assert.True(!step.Step.IsRefused || (step.Step.Next == step.State && step.Step.Effects == ExportEffects.None), $"{step}");
        });
    }

    [Fact]
    public void An_event_that_nobody_knows_changes_nothing() =>
        Assert.All(StateSpace.All, static state => Assert.True(ExportMachine.Next(state, (ExportEvent)1000).IsRefused));

    [Fact]
    public void Nothing_is_sent_while_an_attempt_is_open_unless_the_same_step_ends_it_by_proof() =>
        Assert.All(Sends, static step =>
        {
            if (step.State.HasOpenAttempt)
            {
                Assert.Contains(step.Event, Proofs);
                Assert.Equal(AttemptState.NotCreated, step.Step.Ended);
                Assert.True(step.State.IsLeased);
            }
            else
            {
                Assert.Equal(ExportEvent.Claimed, step.Event);
            }
        });

    [Fact]
    public void What_is_sent_is_sent_under_a_lease_with_its_attempt_written_as_sending() =>
        Assert.All(Sends, static step => Assert.Equal(ExportState.Sending, step.Step.Next));

    [Fact]
    [Trait("Behaviour", "S22")]
    public void Where_there_is_or_was_a_ticket_no_chain_of_events_sends_again()
    {
        var ticketed = StateSpace.From(StateSpace.All.Where(static state => state.Link != LinkState.None));

        Assert.All(ticketed, static state => Assert.DoesNotContain(
            StateSpace.Events, happened => ExportMachine.Next(state, happened).Has(ExportEffects.Send)));
    }

    [Fact]
    [Trait("Behaviour", "S41")]
    public void A_partial_failure_never_leads_to_a_create() =>
        Assert.DoesNotContain(Sends, static step => step.State.Status is ExportStatus.PartialFailed or ExportStatus.Exported);

    [Fact]
    public void An_attempt_never_goes_back() =>
        Assert.All(StateSpace.Steps.Where(static step => !step.Step.Has(ExportEffects.Send) && !step.Step.Has(ExportEffects.NoteStop)), static step =>
        {
            var (before, after) = (step.State.Attempt, step.Step.Next.Attempt);
            Assert.True(Rank(after) >= Rank(before), $"{step}");
            Assert.True(Rank(before) is > 0 and < 3 || after == before, $"{step}");
        });

    [Fact]
    public void A_link_is_never_lost_but_by_a_person() =>
        Assert.All(StateSpace.Steps.Where(static step => step.State.HasTicket && !step.Step.Next.HasTicket), static step =>
            Assert.Equal(ExportEvent.Unlinked, step.Event));

    [Fact]
    public void The_guard_key_is_free_only_where_no_ticket_can_appear() =>
        Assert.All(StateSpace.Steps.Where(static step => step.Step.Has(ExportEffects.FreeKey) && step.Event == ExportEvent.KeyWanted), static step =>
        {
            Assert.False(step.State.HasTicket);
            Assert.False(step.State.HasOpenAttempt);
            Assert.False(step.State.IsLeased);
        });

    [Fact]
    public void A_worker_that_dies_holds_nothing_for_ever() =>
        Assert.All(StateSpace.All.Where(static state => state.IsLeased), static state =>
            Assert.False(ExportMachine.Next(state, ExportEvent.LeaseOver).IsRefused));

    [Fact]
    public void Every_export_without_a_ticket_can_be_taken_up_again_by_a_clock_and_a_call()
    {
        foreach (var state in StateSpace.Reachable.Where(static state => state.Link == LinkState.None))
        {
            var freed = state.IsLeased ? ExportMachine.Next(state, ExportEvent.LeaseOver).Next : state;
            var due = freed.IsDue ? freed : ExportMachine.Next(freed, ExportEvent.RetryDue).Next;

            Assert.False(ExportMachine.Next(due, ExportEvent.Claimed).IsRefused, $"{state}");
        }
    }

    [Fact]
    public void From_every_state_an_export_can_come_to_rest() =>
        Assert.All(StateSpace.Reachable, static state => Assert.Contains(
            StateSpace.From(state),
            static end => end is { Link: LinkState.Live, Status: ExportStatus.Exported } or { Link: LinkState.Unlinked }));

    [Fact]
    [Trait("Behaviour", "S44")]
    public void A_target_that_comes_back_leaves_no_export_of_unknown_outcome_to_be_sent() =>
        Assert.All(StateSpace.All.Where(static state => state is { Status: ExportStatus.Disconnected, HasOpenAttempt: true, Link: LinkState.None, IsLeased: false }), static state =>
            Assert.Equal(ExportStatus.DeliveryUnknown, ExportMachine.Next(state, ExportEvent.Reconnected).Next.Status));

    [Fact]
    public void A_file_is_not_handed_over_while_a_ticket_may_exist() =>
        Assert.All(StateSpace.All.Where(static state => state.HasOpenAttempt || state.HasTicket), static state =>
            Assert.True(ExportMachine.Next(state, ExportEvent.ParkedAsFile).IsRefused));

    [Fact]
    public void What_has_or_may_have_a_ticket_is_never_shown_as_blocked() =>
        Assert.All(StateSpace.All.Where(static state => state.HasOpenAttempt || state.HasTicket || state.IsLeased || !state.IsDue), static state =>
            Assert.True(ExportMachine.Next(state, ExportEvent.Stopped).IsRefused));

    [Fact]
    [Trait("Fault", "F69")]
    public void A_spent_budget_ends_what_is_proven_and_never_what_is_in_doubt() =>
        Assert.All(StateSpace.Steps.Where(static step => step.Event is ExportEvent.TriesSpent or ExportEvent.AbsentTriesSpent && !step.Step.IsRefused), static step =>
        {
            Assert.Equal((ExportStatus.Failed, false, true), (step.Step.Next.Status, step.Step.Next.HasOpenAttempt, step.Step.Next.IsDue));
            Assert.True(step.Step.Has(ExportEffects.AskPerson));
        });

    [Fact]
    public void A_person_cannot_say_absent_before_the_tracker_had_its_time() =>
        Assert.All(StateSpace.All.Where(static state => !state.IsDue || state.IsLeased || state.Attempt != AttemptState.Unknown), static state =>
            Assert.True(ExportMachine.Next(state, ExportEvent.ConfirmedAbsent).IsRefused));

    [Theory]
    [InlineData(ExportEvent.Created, ExportStatus.Exported, AttemptState.Created)]
    [InlineData(ExportEvent.CreatedWithFault, ExportStatus.PartialFailed, AttemptState.Created)]
    [InlineData(ExportEvent.Rejected, ExportStatus.Failed, AttemptState.Rejected)]
    [InlineData(ExportEvent.BlockedBySettings, ExportStatus.Blocked, AttemptState.Rejected)]
    [InlineData(ExportEvent.NotSent, ExportStatus.RetryScheduled, AttemptState.NotSent)]
    [InlineData(ExportEvent.TriesSpent, ExportStatus.Failed, AttemptState.NotSent)]
    [InlineData(ExportEvent.RateLimited, ExportStatus.RetryScheduled, AttemptState.RateLimited)]
    [InlineData(ExportEvent.OutcomeUnknown, ExportStatus.DeliveryUnknown, AttemptState.Unknown)]
    [InlineData(ExportEvent.NotBegun, ExportStatus.RetryScheduled, AttemptState.NotCreated)]
    [InlineData(ExportEvent.Found, ExportStatus.Exported, AttemptState.Adopted)]
    [InlineData(ExportEvent.AbsentLikely, ExportStatus.DeliveryUnknown, AttemptState.Unknown)]
    [InlineData(ExportEvent.AbsentProven, ExportStatus.RetryScheduled, AttemptState.NotCreated)]
    internal void A_request_in_flight_takes_every_answer(ExportEvent answer, ExportStatus status, AttemptState attempt)
    {
        foreach (var isLeased in (bool[])[true, false])
        {
            var step = ExportMachine.Next(ExportState.Sending with { IsLeased = isLeased }, answer);

            Assert.Equal((status, attempt), (step.Next.Status, step.Next.Attempt));
            Assert.False(step.Next.IsLeased);
        }
    }

    private static IEnumerable<(ExportState State, ExportEvent Event, ExportStep Step)> Sends =>
        StateSpace.Steps.Where(static step => step.Step.Has(ExportEffects.Send));

    private static int Rank(AttemptState attempt) => attempt switch
    {
        AttemptState.None => 0,
        AttemptState.Sending => 1,
        AttemptState.Unknown => 2,
        _ => 3,
    };
}
