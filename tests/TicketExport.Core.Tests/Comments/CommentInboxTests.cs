using TicketExport.Comments;
using TicketExport.Core.Tests.Policies;
using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.Testing;

namespace TicketExport.Core.Tests.Comments;

public sealed class CommentInboxTests
{
    [Fact]
    [Trait("Behaviour", "S242")]
    [Trait("Behaviour", "S243")]
    [Trait("Behaviour", "S244")]
    public async Task A_comment_of_the_tracker_joins_the_thread_once_and_is_pushed_nowhere()
    {
        await using var harness = await TrackerHarness.StartAsync();
        await harness.CreateAsync();
        var inbound = harness.Added("ext-1", "Attached the report.");

        Assert.Equal(CommentApplied.Applied, await harness.ReceiveAsync(inbound));
        Assert.Equal(CommentApplied.Duplicate, await harness.ReceiveAsync(inbound));
        await harness.WorkAsync();

        var only = Assert.Single(await harness.ThreadAsync());
        Assert.Equal((CommentOrigin.External, "Jane", "Attached the report.", "ext-1"), (only.Origin, only.Author, only.Text, only.ExternalCommentId));
        Assert.Equal(0, harness.Calls(FakeTrackerCallKind.Comment));
    }

    [Fact]
    [Trait("Behaviour", "S239")]
    [Trait("Fault", "F126")]
    public async Task One_of_ours_that_comes_back_is_an_echo_a_thousand_times()
    {
        await using var harness = await TrackerHarness.StartAsync();
        await harness.CreateAsync();
        var ours = await harness.AddAsync();
        var inbound = harness.Added(ours.Comment!.ExternalCommentId!) with { ActorId = "bot" };

        for (var round = 0; round < 1_000; round++)
        {
            Assert.Equal(CommentApplied.Echo, await harness.ReceiveAsync(inbound));
        }

        await harness.WorkAsync();
        Assert.Equal((1, 1), ((await harness.ThreadAsync()).Length, harness.Calls(FakeTrackerCallKind.Comment)));
    }

    [Fact]
    [Trait("Behaviour", "S239")]
    [Trait("Fault", "F126")]
    public async Task One_of_ours_that_comes_back_before_the_answer_is_not_told_twice()
    {
        await using var harness = await TrackerHarness.StartAsync();
        await harness.CreateAsync();
        var answer = new TaskCompletionSource();
        harness.Tracker.HoldNext(answer.Task, FakeTrackerCallKind.Comment);
        var adding = harness.AddAsync();
        await Worker.Until.TrueAsync(() => harness.Calls(FakeTrackerCallKind.Comment) == 1);

        var held = await harness.ReceiveAsync(harness.Added("1") with { ActorId = "bot" });
        var during = await harness.ThreadAsync();
        answer.SetResult();
        var added = await adding;

        Assert.Equal(CommentApplied.Held, held);
        Assert.Equal(CommentOrigin.Internal, Assert.Single(during).Origin);
        Assert.Equal((CommentOutcomeKind.Delivered, "1"), (added.Outcome, added.Comment!.ExternalCommentId));
        harness.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(added.Comment, Assert.Single(await harness.ThreadAsync()));
    }

    [Fact]
    [Trait("Fault", "F173")]
    public async Task Hostile_text_is_made_inert_and_cut_to_what_a_thread_takes()
    {
        await using var harness = await TrackerHarness.StartAsync();
        await harness.CreateAsync();

        await harness.ReceiveAsync(harness.Added("ext-1", "a\u202Eb\u0000c\u200Bd\ud800<script>\r\nnext", "Ja\u202Ene\nDoe"));
        harness.Time.Advance(TimeSpan.FromSeconds(1));
        await harness.ReceiveAsync(harness.Added("ext-2", string.Concat(Enumerable.Repeat("wort ", 2_000_000)), new string('n', 10_000)));

        var thread = await harness.ThreadAsync();
        Assert.Equal(("abcd\uFFFD<script>\nnext", "Jane Doe"), (thread[0].Text, thread[0].Author));
        Assert.InRange(thread[1].Text.Length, CommentRules.MaxText - 200, CommentRules.MaxText);
        Assert.InRange(thread[1].Author.Length, 1, CommentRules.MaxAuthor);
        Assert.EndsWith("…", thread[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_targets_own_secret_is_not_kept_in_a_thread()
    {
        await using var harness = await TrackerHarness.StartAsync();
        await harness.CreateAsync();

        await harness.ReceiveAsync(harness.Added("ext-1", $"We use {harness.Tracker.Token} here", harness.Tracker.Token));

        Assert.DoesNotContain(harness.Tracker.Token, Assert.Single(await harness.ThreadAsync()).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\u202Eb")]
    [InlineData("a\nb")]
    [InlineData(null)]
    public async Task An_event_without_a_usable_id_changes_nothing(string? id)
    {
        await using var harness = await TrackerHarness.StartAsync();
        await harness.CreateAsync();

        Assert.Equal(CommentApplied.Incomplete, await harness.ReceiveAsync(harness.Added("ext-1") with { CommentId = id }));
        Assert.Equal(CommentApplied.Incomplete, await harness.ReceiveAsync(harness.Added("ext-1") with { CommentId = new string('x', 129) }));
        Assert.Equal(CommentApplied.Incomplete, await harness.ReceiveAsync(harness.Added("ext-1") with { Comment = null }));
        Assert.Empty(await harness.ThreadAsync());
    }

    [Fact]
    public async Task What_only_people_of_the_tracker_see_does_not_come_in()
    {
        await using var harness = await TrackerHarness.StartAsync();
        await harness.CreateAsync();

        Assert.Equal(CommentApplied.Private, await harness.ReceiveAsync(harness.Added("ext-1") with { IsPrivate = true }));
        Assert.Empty(await harness.ThreadAsync());
    }

    [Fact]
    [Trait("Fault", "F123")]
    public async Task Edits_and_deletions_are_carried_in_any_order()
    {
        await using var harness = await TrackerHarness.StartAsync();
        await harness.CreateAsync();
        var added = harness.Added("ext-1");
        var edited = harness.Added("ext-1", "Better.") with { Kind = InboundEventKind.CommentEdited, OccurredAt = harness.Time.GetUtcNow().AddSeconds(5) };

        Assert.Equal(CommentApplied.Applied, await harness.ReceiveAsync(edited));
        Assert.Equal(CommentApplied.Duplicate, await harness.ReceiveAsync(added));
        Assert.Equal("Better.", Assert.Single(await harness.ThreadAsync()).Text);
        await harness.ReceiveAsync(added with { Kind = InboundEventKind.CommentDeleted, Comment = null });
        Assert.Equal(CommentApplied.Older, await harness.ReceiveAsync(edited));

        Assert.Equal((true, ""), Assert.Single(await harness.ThreadAsync()) is var only ? (only.IsDeleted, only.Text) : default);
    }
}
