using Microsoft.Extensions.DependencyInjection;
using TicketExport.Providers;
using TicketExport.States;

namespace TicketExport.Testing;

public sealed class FakeTrackerAbilityTests
{
    private static readonly FakeTrackerCallKind[] Changes =
        [FakeTrackerCallKind.Update, FakeTrackerCallKind.Close, FakeTrackerCallKind.Reopen];

    public static TheoryData<FakeTrackerCallKind, int, Type> Answers
    {
        get
        {
            var data = new TheoryData<FakeTrackerCallKind, int, Type>();
            foreach (var kind in Changes)
            {
                data.Add(kind, 400, typeof(ChangeOutcome.Rejected));
                data.Add(kind, 401, typeof(ChangeOutcome.Rejected));
                data.Add(kind, 403, typeof(ChangeOutcome.Rejected));
                data.Add(kind, 404, typeof(ChangeOutcome.Missing));
                data.Add(kind, 409, typeof(ChangeOutcome.Unknown));
                data.Add(kind, 410, typeof(ChangeOutcome.Missing));
                data.Add(kind, 429, typeof(ChangeOutcome.RateLimited));
                data.Add(kind, 503, typeof(ChangeOutcome.Unknown));
            }

            return data;
        }
    }

    [Fact]
    public async Task A_ticket_is_read_closed_reopened_and_commented()
    {
        await using var tracker = await FakeTracker.StartAsync();
        await using var export = Host(tracker);
        var ticket = await CreateAsync(export);

        Assert.Equal((FakeTrackerStatuses.ToDo, ProviderStatus.Open), await StatusAsync(export, ticket));
        Assert.IsType<ChangeOutcome.Changed>(await ChangeAsync(export, FakeTrackerCallKind.Close, ticket));
        Assert.IsType<ChangeOutcome.Changed>(await ChangeAsync(export, FakeTrackerCallKind.Close, ticket));
        Assert.Equal((FakeTrackerStatuses.Closed, ProviderStatus.Done), await StatusAsync(export, ticket));
        Assert.IsType<ChangeOutcome.Changed>(await ChangeAsync(export, FakeTrackerCallKind.Reopen, ticket));
        Assert.Equal((FakeTrackerStatuses.ToDo, ProviderStatus.Open), await StatusAsync(export, ticket));
        Assert.IsType<CommentOutcome.Posted>(await CommentAsync(export, ticket));

        Assert.Equal("seen – again", Assert.Single(Assert.Single(tracker.Tickets).Comments).Text);
    }

    [Fact]
    public async Task An_update_changes_the_text_and_neither_status_nor_marker()
    {
        await using var tracker = await FakeTracker.StartAsync();
        await using var export = Host(tracker);
        var ticket = await CreateAsync(export);
        tracker.SetStatus("TCK-1", FakeTrackerStatuses.Doing);
        var before = Assert.Single(tracker.Tickets);

        var changed = Assert.IsType<ChangeOutcome.Changed>(await ChangeAsync(export, FakeTrackerCallKind.Update, ticket));

        var after = Assert.Single(tracker.Tickets);
        Assert.Equal((ticket, "Newer", FakeTrackerStatuses.Doing, before.Marker), (changed.Ticket, after.Title, after.Status, after.Marker));
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_refused_change_says_what_is_proven(FakeTrackerCallKind kind, int status, Type outcome)
    {
        await using var tracker = await FakeTracker.StartAsync();
        await using var export = Host(tracker);
        var ticket = await CreateAsync(export);
        tracker.RejectNext(status, "refused", kind);

        Assert.IsType(outcome, await ChangeAsync(export, kind, ticket));
        Assert.Equal(TestExport.Document().Title, Assert.Single(tracker.Tickets).Title);
    }

    [Theory]
    [InlineData(FakeTrackerCallKind.Update)]
    [InlineData(FakeTrackerCallKind.Close)]
    [InlineData(FakeTrackerCallKind.Reopen)]
    public async Task A_change_without_a_readable_answer_is_unknown_and_one_that_never_left_is_not_sent(FakeTrackerCallKind kind)
    {
        await using var tracker = await FakeTracker.StartAsync();
        await using var export = Host(tracker);
        var ticket = await CreateAsync(export);
        tracker.LoseNextReply(kind);
        Assert.IsType<ChangeOutcome.Unknown>(await ChangeAsync(export, kind, ticket));
        tracker.DropBeforeCommit(kind);
        Assert.IsType<ChangeOutcome.Unknown>(await ChangeAsync(export, kind, ticket));
        tracker.AnswerNext(200, "{\"id\":\"another\"}", kind: kind);
        Assert.IsType<ChangeOutcome.Unknown>(await ChangeAsync(export, kind, ticket));
        tracker.LoginPage(kind);
        var page = Assert.IsType<ChangeOutcome.Unknown>(await ChangeAsync(export, kind, ticket));
        Assert.Equal(FailureReason.Authentication, page.Fault.Reason);

        await tracker.StopAsync();
        Assert.IsType<ChangeOutcome.NotSent>(await ChangeAsync(export, kind, ticket));
    }

    [Fact]
    public async Task Deleted_forbidden_unmapped_and_unreadable_are_told_apart()
    {
        await using var tracker = await FakeTracker.StartAsync();
        await using var export = Host(tracker);
        var ticket = await CreateAsync(export);
        tracker.SetStatus("TCK-1", "Shelved");
        Assert.Equal(("Shelved", ProviderStatus.Unknown), await StatusAsync(export, ticket));
        tracker.ForbidTicket("TCK-1");
        Assert.IsType<ReadOutcome.Forbidden>(await ReadAsync(export, ticket));
        tracker.AnswerNext(200, "{\"id\":", kind: FakeTrackerCallKind.Read);
        tracker.ForbidTicket("TCK-1", isForbidden: false);
        Assert.IsType<ReadOutcome.Failed>(await ReadAsync(export, ticket));
        tracker.RateLimitNext(TimeSpan.FromSeconds(30), FakeTrackerCallKind.Read);
        Assert.NotNull(Assert.IsType<ReadOutcome.Failed>(await ReadAsync(export, ticket)).Until);
        tracker.DeleteTicket("TCK-1");
        Assert.IsType<ReadOutcome.Missing>(await ReadAsync(export, ticket));
        Assert.IsType<FindOutcome.Absent>(await export.FindAsync());
        Assert.IsType<ChangeOutcome.Missing>(await ChangeAsync(export, FakeTrackerCallKind.Update, ticket));
        Assert.IsType<CommentOutcome.Rejected>(await CommentAsync(export, ticket));
    }

    [Fact]
    public async Task A_target_check_names_the_user_and_the_place_or_says_why_not()
    {
        await using var tracker = await FakeTracker.StartAsync();
        await using var export = Host(tracker);

        var connected = Assert.IsType<TargetCheckOutcome.Connected>(await CheckAsync(export));
        Assert.Equal(("Fake user", "TCK"), (connected.Identity, Assert.Single(connected.Places)));
        tracker.RejectNext(401, "unauthorized", FakeTrackerCallKind.Identity);
        Assert.Equal("Credentials:token", Assert.IsType<TargetCheckOutcome.Refused>(await CheckAsync(export)).Fault.Setting);
        tracker.RejectNext(503, "down", FakeTrackerCallKind.Identity);
        Assert.IsType<TargetCheckOutcome.Failed>(await CheckAsync(export));
        await tracker.StopAsync();
        Assert.IsType<TargetCheckOutcome.Failed>(await CheckAsync(export));
    }

    [Fact]
    public async Task What_a_person_does_to_a_ticket_that_is_not_there_is_a_mistake_of_the_test()
    {
        await using var tracker = await FakeTracker.StartAsync();

        Assert.Throws<ArgumentException>(() => tracker.CloseTicket("TCK-9"));
    }

    private static TestExport Host(FakeTracker tracker) => new(builder => builder.AddFakeTracker(TestExport.TargetId, tracker));

    private static async Task<TicketReference> CreateAsync(TestExport export) => Assert.IsType<CreateOutcome.Created>(await export.CreateAsync()).Ticket;

    private static async Task<(string, ProviderStatus)> StatusAsync(TestExport export, TicketReference ticket)
    {
        var read = Assert.IsType<ReadOutcome.Read>(await ReadAsync(export, ticket)).Ticket;
        Assert.Equal(ticket, read.Reference);
        return (read.RawStatus, read.Status);
    }

    private static async Task<ReadOutcome> ReadAsync(TestExport export, TicketReference ticket)
    {
        var request = await export.RequestAsync();
        return await ((IStatusProvider)export.Provider).ReadAsync(
            new ReadTicketRequest { Account = request.Account, Target = request.Target, Credential = request.Credential, Ticket = ticket },
            CancellationToken.None);
    }

    private static async Task<ChangeOutcome> ChangeAsync(TestExport export, FakeTrackerCallKind kind, TicketReference ticket)
    {
        var request = await export.RequestAsync();
        return kind switch
        {
            FakeTrackerCallKind.Close => await ((ICloseProvider)export.Provider).CloseAsync(
                new CloseTicketRequest { Account = request.Account, Target = request.Target, Credential = request.Credential, Ticket = ticket },
                CancellationToken.None),
            FakeTrackerCallKind.Reopen => await ((IReopenProvider)export.Provider).ReopenAsync(
                new ReopenTicketRequest { Account = request.Account, Target = request.Target, Credential = request.Credential, Ticket = ticket },
                CancellationToken.None),
            _ => await ((IUpdateProvider)export.Provider).UpdateAsync(
                new UpdateTicketRequest
                {
                    Account = request.Account,
                    Target = request.Target,
                    Credential = request.Credential,
                    Ticket = ticket,
                    Document = request.Document with { Title = "Newer" },
                    Body = request.Body,
                    Keys = request.Keys,
                },
                CancellationToken.None),
        };
    }

    private static async Task<CommentOutcome> CommentAsync(TestExport export, TicketReference ticket)
    {
        var request = await export.RequestAsync();
        return await ((ICommentProvider)export.Provider).AddCommentAsync(
            new AddCommentRequest { Account = request.Account, Target = request.Target, Credential = request.Credential, Ticket = ticket, CommentId = "c-1", Text = "seen – again" },
            CancellationToken.None);
    }

    private static async Task<TargetCheckOutcome> CheckAsync(TestExport export)
    {
        var request = await export.RequestAsync();
        return await ((ITargetCheckProvider)export.Provider).CheckAsync(
            new CheckTargetRequest { AccountId = request.Account.Id, Target = request.Target, Credential = request.Credential },
            CancellationToken.None);
    }
}
