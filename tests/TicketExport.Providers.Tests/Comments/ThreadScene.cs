using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TicketExport.Comments;
using TicketExport.Http;
using TicketExport.Ledger;
using TicketExport.Providers.Jira;
using TicketExport.Providers.Linear;
using TicketExport.Testing;
using TicketExport.Worker;

namespace TicketExport.Providers.Comments;

/// <summary>A host with one linked source, whose thread goes to one tracker over real HTTP.</summary>
internal sealed class ThreadScene : IAsyncDisposable
{
    private readonly TestExport _export;

    private ThreadScene(FakeTrackerServer server, FakeTimeProvider time, TestExport export) => (Server, Time, _export) = (server, time, export);

    public FakeTrackerServer Server { get; }

    public FakeTimeProvider Time { get; }

    public ImmutableArray<FakeComment> There => Assert.Single(Server.Tickets).Comments;

    public TimeSpan SettleWindow => _export.Provider.Sheet.SettleWindow;

    public static async Task<ThreadScene> StartAsync(string tracker)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 3, 9, 30, 0, TimeSpan.Zero));
        var (server, export) = tracker switch
        {
            "github" => await GitHubAsync(time),
            "linear" => await LinearAsync(time),
            _ => await JiraAsync(time, tracker == "jira-dc"),
        };
        var scene = new ThreadScene(server, time, export);
        Assert.Equal(ExportOutcome.Created, (await export.ExportAsync()).Outcome);
        time.Advance(TimeSpan.FromMinutes(1));
        return scene;
    }

    public Task<CommentResult> AddAsync(string text = "Please look.", string? id = null) => _export.Service<ITicketComments>().AddAsync(new CommentDraft
    {
        AccountId = TestExport.Account.Id,
        Source = new SourceKey("report_issue", "42"),
        Author = "Kim",
        Text = text,
        CommentId = id,
    });

    public async Task<ThreadComment[]> ThreadAsync() =>
        [.. (await _export.Service<ITicketComments>().ListAsync(TestExport.Account.Id, new("report_issue", "42"), new PageRequest())).Items];

    public Task<DispatchReport> WorkAsync() => _export.Service<ITicketExportDispatcher>().RunOnceAsync(10);

    public async ValueTask DisposeAsync()
    {
        await _export.DisposeAsync();
        await Server.DisposeAsync();
    }

    private static async Task<(FakeTrackerServer Server, TestExport Export)> GitHubAsync(FakeTimeProvider time)
    {
        var server = await FakeGitHub.StartAsync(new FakeGitHubOptions { TimeProvider = time });
        return (server, new TestExport(
            builder => builder.AddGitHub(TestExport.TargetId, target =>
            {
                target.BaseUrl = server.BaseAddress.AbsoluteUri;
                target.Repository = server.Repository;
                target.NetworkPolicy = NetworkPolicy.Loopback;
                target.OwnershipConfirmed = true;
                target.Token = server.Token;
            }),
            time));
    }

    private static async Task<(FakeTrackerServer Server, TestExport Export)> LinearAsync(FakeTimeProvider time)
    {
        var server = await FakeLinear.StartAsync(new FakeLinearOptions { TimeProvider = time });
        return (server, LinearHost.Of(server));
    }

    private static async Task<(FakeTrackerServer Server, TestExport Export)> JiraAsync(FakeTimeProvider time, bool isDataCenter)
    {
        var server = await FakeJira.StartAsync(new FakeJiraOptions { IsDataCenter = isDataCenter, TimeProvider = time });
        return (server, JiraHost.For(server, time: time, isDataCenter: isDataCenter));
    }
}
