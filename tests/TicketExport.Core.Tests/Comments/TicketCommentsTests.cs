using Microsoft.Extensions.DependencyInjection;
using TicketExport.Comments;
using TicketExport.Core.Tests.Policies;
using TicketExport.Ledger;
using TicketExport.Links;
using TicketExport.Redaction;
using TicketExport.States;
using TicketExport.Targets;
using TicketExport.Testing;

namespace TicketExport.Core.Tests.Comments;

public sealed class TicketCommentsTests
{
    [Fact]
    [Trait("Behaviour", "S235")]
    [Trait("Behaviour", "S236")]
    public async Task A_comment_without_a_ticket_is_stored_sent_nowhere_and_not_taken_up_by_a_later_link()
    {
        await using var harness = await TrackerHarness.StartAsync();

        var result = await harness.AddAsync();
        await harness.CreateAsync();
        await harness.WorkAsync();

        Assert.Equal((CommentOutcomeKind.Stored, CommentDelivery.None), (result.Outcome, result.Comment!.Delivery));
        Assert.Equal(0, harness.Calls(FakeTrackerCallKind.Comment));
        Assert.Equal((CommentOrigin.Internal, "Kim", "Please look."), Assert.Single(await harness.ThreadAsync()) is var only ? (only.Origin, only.Author, only.Text) : default);

        var sent = await harness.Service<ITicketComments>().SendAsync("acme", result.Comment.CommentId);

        Assert.Equal(CommentOutcomeKind.Delivered, sent.Outcome);
        Assert.Single(harness.Ticket.Comments);
    }

    [Fact]
    [Trait("Behaviour", "S237")]
    [Trait("Behaviour", "S238")]
    [Trait("Behaviour", "S200")]
    public async Task A_comment_on_a_linked_source_is_pushed_and_stamped_and_answered_without_an_echo()
    {
        await using var harness = await TrackerHarness.StartAsync();
        var export = await harness.CreateAsync();

        var result = await harness.AddAsync();

        var there = Assert.Single(harness.Ticket.Comments);
        Assert.Equal((CommentOutcomeKind.Delivered, there.Id, export.ExportId), (result.Outcome, result.Comment!.ExternalCommentId, result.Comment.ExportId));
        Assert.Equal("Please look.", there.Text);
        Assert.Null(result.Echo);
        Assert.Equal(result.Comment, Assert.Single(await harness.ThreadAsync()));
    }

    [Fact]
    public async Task A_repeated_comment_is_sent_once_and_another_text_under_its_id_is_refused()
    {
        await using var harness = await TrackerHarness.StartAsync();
        await harness.CreateAsync();

        var first = await harness.AddAsync(CommentHarness.Draft(id: "c-1"));
        var again = await harness.AddAsync(CommentHarness.Draft(id: "c-1"));
        var other = await harness.AddAsync(CommentHarness.Draft("Another text", "c-1"));

        Assert.Equal(first.Comment, again.Comment);
        Assert.Equal((CommentOutcomeKind.Delivered, CommentOutcomeKind.Conflict), (again.Outcome, other.Outcome));
        Assert.Equal(1, harness.Calls(FakeTrackerCallKind.Comment));
    }

    [Fact]
    public async Task A_private_comment_never_leaves_whoever_asks()
    {
        await using var harness = await TrackerHarness.StartAsync();
        await harness.CreateAsync();

        var result = await harness.AddAsync(CommentHarness.Draft() with { IsPrivate = true });
        var sent = await harness.Service<ITicketComments>().SendAsync("acme", result.Comment!.CommentId);
        await harness.WorkAsync();

        Assert.Equal((CommentOutcomeKind.Stored, CommentOutcomeKind.Stored), (result.Outcome, sent.Outcome));
        Assert.Equal(0, harness.Calls(FakeTrackerCallKind.Comment));
        Assert.True(Assert.Single(await harness.ThreadAsync()).IsPrivate);
    }

    [Fact]
    public async Task A_secret_stops_a_comment_at_the_gate_and_one_that_was_stored_before_the_link_as_well()
    {
        const string Secret = "The key is ghp_abcdefghijklmnopqrstuvwxyz0123456789.";
        await using var harness = await TrackerHarness.StartAsync();
        var early = await harness.AddAsync(CommentHarness.Draft(Secret));
        await harness.CreateAsync();

        var late = await harness.AddAsync(CommentHarness.Draft(Secret));
        var sent = await harness.Service<ITicketComments>().SendAsync("acme", early.Comment!.CommentId);

        Assert.Equal((CommentOutcomeKind.ContentUnsafe, null, ExportCodes.UnsafeContent), (late.Outcome, late.Comment, late.Failure!.Code));
        Assert.Equal((CommentOutcomeKind.Refused, ExportCodes.UnsafeContent), (sent.Outcome, sent.Failure!.Code));
        Assert.DoesNotContain("ghp_", late.Failure.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, harness.Calls(FakeTrackerCallKind.Comment));
        Assert.Single(await harness.ThreadAsync());
    }

    [Fact]
    public async Task The_targets_own_token_is_masked_in_what_is_sent_and_in_what_is_stored()
    {
        await using var harness = await TrackerHarness.StartAsync(configure: static builder => builder.Services.AddTicketExport(static options => options.Redaction.Mode = RedactionMode.Mask));
        await harness.CreateAsync();

        await harness.AddAsync(CommentHarness.Draft($"Use {harness.Tracker.Token} there."));

        Assert.DoesNotContain(harness.Tracker.Token, Assert.Single(harness.Ticket.Comments).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(harness.Tracker.Token, Assert.Single(await harness.ThreadAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_tracker_puts_off_waits_with_its_whole_target_and_the_worker_sends_it()
    {
        await using var harness = await TrackerHarness.StartAsync();
        await harness.CreateAsync();
        harness.Tracker.RateLimitNext(TimeSpan.FromMinutes(3), FakeTrackerCallKind.Comment);

        var first = await harness.AddAsync();
        var second = await harness.AddAsync();
        Assert.Equal((CommentOutcomeKind.Pending, CommentOutcomeKind.Pending), (first.Outcome, second.Outcome));
        Assert.Equal((1, harness.Time.GetUtcNow().AddMinutes(3)), (harness.Calls(FakeTrackerCallKind.Comment), first.Comment!.RetryAt));
        Assert.Equal(0, (await harness.WorkAsync()).Comments);

        harness.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(2, (await harness.WorkAsync()).Comments);

        Assert.All(await harness.ThreadAsync(), static comment => Assert.Equal((CommentDelivery.Delivered, null, null), (comment.Delivery, comment.Failure, comment.RetryAt)));
        Assert.Equal(2, harness.Ticket.Comments.Length);
    }

    [Fact]
    public async Task A_refusal_for_good_waits_for_a_person_and_not_for_a_clock()
    {
        await using var harness = await TrackerHarness.StartAsync();
        await harness.CreateAsync();
        harness.Tracker.RejectNext(422, "validation_failed", FakeTrackerCallKind.Comment);

        var refused = await harness.AddAsync();
        harness.Time.Advance(TimeSpan.FromDays(2));
        await harness.WorkAsync();

        Assert.Equal((CommentOutcomeKind.Refused, "comment", null), (refused.Outcome, refused.Failure!.SubCode, refused.Comment!.RetryAt));
        Assert.Equal(1, harness.Calls(FakeTrackerCallKind.Comment));
        Assert.Equal(CommentOutcomeKind.Delivered, (await harness.Service<ITicketComments>().SendAsync("acme", refused.Comment.CommentId)).Outcome);
    }

    [Fact]
    public async Task A_lost_answer_of_a_tracker_that_cannot_tell_waits_for_a_person_and_is_never_guessed()
    {
        await using var harness = await TrackerHarness.StartAsync();
        await harness.CreateAsync();
        harness.Tracker.LoseNextReply(FakeTrackerCallKind.Comment);

        var lost = await harness.AddAsync();
        harness.Time.Advance(TimeSpan.FromDays(2));
        await harness.WorkAsync();

        Assert.Equal((CommentOutcomeKind.InDoubt, NextStep.Confirm), (lost.Outcome, lost.Failure!.NextStep));
        Assert.Equal(1, harness.Calls(FakeTrackerCallKind.Comment));
    }

    [Fact]
    public async Task A_crash_between_intent_and_answer_is_not_sent_again_to_such_a_tracker()
    {
        await using var harness = await TrackerHarness.StartAsync();
        var export = await harness.CreateAsync();
        var ledger = harness.Service<ICommentLedger>();
        var wish = new NewComment
        {
            Comment = new() { CommentId = "c-1", AccountId = "acme", Source = CommentHarness.Source, Origin = CommentOrigin.Internal, Author = "Kim", Text = "Lost.", WrittenAt = harness.Time.GetUtcNow() },
            Claim = new() { AccountId = "acme", CommentId = "c-1", ExportId = export.ExportId!, ClaimId = "of-the-dead", LeaseDuration = TimeSpan.FromSeconds(45) },
        };
        await ledger.AddCommentAsync(wish, default);
        Assert.Equal(0, (await harness.WorkAsync()).Comments);

        harness.Time.Advance(TimeSpan.FromSeconds(45));
        Assert.Equal(1, (await harness.WorkAsync()).Comments);

        Assert.Equal((CommentDelivery.InDoubt, 0), (Assert.Single(await harness.ThreadAsync()).Delivery, harness.Calls(FakeTrackerCallKind.Comment)));
    }

    [Fact]
    public async Task A_comment_that_could_not_be_sent_because_of_the_target_is_sent_once_somebody_asks()
    {
        await using var harness = await TrackerHarness.StartAsync();
        await harness.CreateAsync();
        await harness.Service<ITicketTargets>().DisableAsync("acme", TrackerHarness.Target, new AuditStamp("kim", "Maintenance."));

        var stored = await harness.AddAsync();
        await harness.Service<ITicketTargets>().EnableAsync("acme", TrackerHarness.Target, new AuditStamp("kim", "Over."));
        var sent = await harness.Service<ITicketComments>().SendAsync("acme", stored.Comment!.CommentId);

        Assert.Equal((CommentOutcomeKind.Refused, CommentOutcomeKind.Delivered), (stored.Outcome, sent.Outcome));
        Assert.Equal(1, harness.Calls(FakeTrackerCallKind.Comment));
    }

    [Fact]
    public async Task After_an_unlink_the_thread_stays_and_nothing_is_sent()
    {
        await using var harness = await TrackerHarness.StartAsync();
        var export = await harness.CreateAsync();
        await harness.AddAsync();
        await harness.Service<ITicketLinks>().UnlinkAsync("acme", export.ExportId!, new AuditStamp("kim", "Wrong ticket."));

        var after = await harness.AddAsync();

        Assert.Equal(CommentOutcomeKind.Stored, after.Outcome);
        Assert.Equal((2, 1), ((await harness.ThreadAsync()).Length, harness.Calls(FakeTrackerCallKind.Comment)));
    }

    [Fact]
    public async Task Comments_change_no_export_and_no_status()
    {
        await using var harness = await TrackerHarness.StartAsync();
        var export = await harness.CreateAsync();
        var before = await harness.Queries.FindExportAsync("acme", export.ExportId!, default);

        await harness.AddAsync();
        await harness.ReceiveAsync(harness.Added("ext-1"));

        Assert.Equal(before, await harness.Queries.FindExportAsync("acme", export.ExportId!, default));
        Assert.Equal(LinkState.Live, before!.Link);
    }

    [Fact]
    [Trait("Fault", "F173")]
    public async Task What_no_ledger_can_store_is_refused_at_the_door()
    {
        await using var harness = await TrackerHarness.StartAsync();
        var good = CommentHarness.Draft();
        foreach (var bad in new[] { "", "  ", "a\0b", "\ud800" })
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => harness.AddAsync(good with { Text = bad }));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => harness.AddAsync(good with { Author = bad }));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => harness.AddAsync(good with { CommentId = bad }));
        }

        await Assert.ThrowsAnyAsync<ArgumentException>(() => harness.AddAsync(good with { Text = new string('x', CommentRules.MaxText + 1) }));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => harness.AddAsync(good with { Author = new string('x', CommentRules.MaxAuthor + 1) }));
        Assert.Empty(await harness.ThreadAsync());
    }

    [Fact]
    public async Task A_comment_of_another_account_is_one_that_does_not_exist()
    {
        await using var harness = await TrackerHarness.StartAsync();
        await harness.CreateAsync();
        var stored = await harness.AddAsync();

        Assert.Equal(CommentOutcomeKind.NotFound, (await harness.Service<ITicketComments>().SendAsync("other", stored.Comment!.CommentId)).Outcome);
        Assert.Empty((await harness.Service<ITicketComments>().ListAsync("other", CommentHarness.Source, new PageRequest())).Items);
    }
}
