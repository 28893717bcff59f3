using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TicketExport.Http;
using TicketExport.Testing;

namespace TicketExport.Providers.GitHub;

/// <summary>A server, a clock and a host with one target that leads there.</summary>
internal sealed class GitHubScene : IAsyncDisposable
{
    private GitHubScene(FakeGitHub server, FakeTimeProvider time, TestExport export) => (Server, Time, Export) = (server, time, export);

    public FakeGitHub Server { get; }

    public FakeTimeProvider Time { get; }

    public TestExport Export { get; }

    public static async Task<GitHubScene> StartAsync(Action<GitHubTargetOptions>? configure = null, bool asApp = false)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 3, 9, 30, 0, 250, TimeSpan.Zero));
        var server = await FakeGitHub.StartAsync(new FakeGitHubOptions { TimeProvider = time });
        var export = new TestExport(
            builder => builder.AddGitHub(TestExport.TargetId, target =>
            {
                target.BaseUrl = server.BaseAddress.AbsoluteUri;
                target.Repository = server.Repository;
                target.NetworkPolicy = NetworkPolicy.Loopback;
                target.OwnershipConfirmed = true;
                SetCredentials(target, server, asApp);
                configure?.Invoke(target);
            }),
            time);
        return new(server, time, export);
    }

    public async Task<TicketReference> CreatedAsync(string recordId = "42") =>
        Assert.IsType<CreateOutcome.Created>(await Export.CreateAsync(recordId)).Ticket;

    public async Task<ReadOutcome> ReadAsync(TicketReference ticket)
    {
        var request = await Export.RequestAsync();
        return await ((IStatusProvider)Export.Provider).ReadAsync(
            new ReadTicketRequest { Account = request.Account, Target = request.Target, Credential = request.Credential, Ticket = ticket },
            CancellationToken.None);
    }

    public async Task<ChangeOutcome> CloseAsync(TicketReference ticket)
    {
        var request = await Export.RequestAsync();
        return await ((ICloseProvider)Export.Provider).CloseAsync(
            new CloseTicketRequest { Account = request.Account, Target = request.Target, Credential = request.Credential, Ticket = ticket },
            CancellationToken.None);
    }

    public async Task<ChangeOutcome> UpdateAsync(TicketReference ticket, Func<CreateTicketRequest, CreateTicketRequest>? edit = null)
    {
        var request = await Export.RequestAsync();
        request = edit?.Invoke(request) ?? request;
        return await ((IUpdateProvider)Export.Provider).UpdateAsync(
            new UpdateTicketRequest
            {
                Account = request.Account,
                Target = request.Target,
                Credential = request.Credential,
                Ticket = ticket,
                Document = request.Document,
                Body = request.Body,
                Keys = request.Keys,
            },
            CancellationToken.None);
    }

    public async Task<CommentOutcome> CommentAsync(TicketReference ticket, string id, string text)
    {
        var request = await Export.RequestAsync();
        return await ((ICommentProvider)Export.Provider).AddCommentAsync(
            new AddCommentRequest { Account = request.Account, Target = request.Target, Credential = request.Credential, Ticket = ticket, CommentId = id, Text = text },
            CancellationToken.None);
    }

    public async Task<TargetCheckOutcome> CheckAsync()
    {
        var request = await Export.RequestAsync();
        return await ((ITargetCheckProvider)Export.Provider).CheckAsync(
            new CheckTargetRequest { AccountId = request.Account.Id, Target = request.Target, Credential = request.Credential },
            CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Export.DisposeAsync();
        await Server.DisposeAsync();
    }

    private static void SetCredentials(GitHubTargetOptions target, FakeGitHub server, bool asApp)
    {
        if (asApp)
        {
            (target.AppId, target.InstallationId, target.PrivateKey) = (server.AppId, server.InstallationId, server.PrivateKey);
        }
        else
        {
            target.Token = server.Token;
        }
    }
}
