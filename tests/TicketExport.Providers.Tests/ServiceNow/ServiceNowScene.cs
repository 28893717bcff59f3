using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TicketExport.Http;
using TicketExport.Testing;

namespace TicketExport.Providers.ServiceNow;

/// <summary>An instance, a clock and a host with one target that leads there.</summary>
internal sealed class ServiceNowScene : IAsyncDisposable
{
    private ServiceNowScene(FakeServiceNow server, FakeTimeProvider time, TestExport export) => (Server, Time, Export) = (server, time, export);

    public FakeServiceNow Server { get; }

    public FakeTimeProvider Time { get; }

    public TestExport Export { get; }

    public static async Task<ServiceNowScene> StartAsync(Action<ServiceNowTargetOptions, FakeServiceNow>? configure = null, Action<TicketTargetOptions>? adjust = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 3, 9, 30, 0, 250, TimeSpan.Zero));
        var server = await FakeServiceNow.StartAsync(new FakeServiceNowOptions { TimeProvider = time });
        var export = new TestExport(
            builder => builder
                .AddServiceNow(TestExport.TargetId, target =>
                {
                    target.BaseUrl = server.BaseAddress.AbsoluteUri;
                    target.NetworkPolicy = NetworkPolicy.Loopback;
                    target.OwnershipConfirmed = true;
                    if (configure is null)
                    {
                        target.AccessToken = server.AccessToken;
                    }

                    configure?.Invoke(target, server);
                })
                .AddTarget(TestExport.TargetId, target => adjust?.Invoke(target)),
            time);
        return new(server, time, export);
    }

    public static Task<ServiceNowScene> StartAsync(params (string Name, string Value)[] settings) => StartAsync(null, target =>
    {
        foreach (var (name, value) in settings)
        {
            target.SetSetting(name, value);
        }
    });

    public async Task<TicketReference> CreatedAsync(string recordId = "42") =>
        Assert.IsType<CreateOutcome.Created>(await Export.CreateAsync(recordId)).Ticket;

    public async Task<ReadOutcome> ReadAsync(TicketReference ticket)
    {
        var request = await Export.RequestAsync();
        return await ((IStatusProvider)Export.Provider).ReadAsync(
            new ReadTicketRequest { Account = request.Account, Target = request.Target, Credential = request.Credential, Ticket = ticket },
            CancellationToken.None);
    }

    public async Task<ReadManyOutcome> ReadManyAsync(params TicketReference[] tickets)
    {
        var request = await Export.RequestAsync();
        return await ((IStatusBatchProvider)Export.Provider).ReadManyAsync(
            new ReadTicketsRequest { AccountId = request.Account.Id, Target = request.Target, Credential = request.Credential, Tickets = [.. tickets] },
            CancellationToken.None);
    }

    public async Task<ChangeOutcome> CloseAsync(TicketReference ticket)
    {
        var request = await Export.RequestAsync();
        return await ((ICloseProvider)Export.Provider).CloseAsync(
            new CloseTicketRequest { Account = request.Account, Target = request.Target, Credential = request.Credential, Ticket = ticket },
            CancellationToken.None);
    }

    public async Task<ChangeOutcome> ReopenAsync(TicketReference ticket)
    {
        var request = await Export.RequestAsync();
        return await ((IReopenProvider)Export.Provider).ReopenAsync(
            new ReopenTicketRequest { Account = request.Account, Target = request.Target, Credential = request.Credential, Ticket = ticket },
            CancellationToken.None);
    }

    public async Task<ChangeOutcome> UpdateAsync(TicketReference ticket)
    {
        var request = await Export.RequestAsync();
        return await ((IUpdateProvider)Export.Provider).UpdateAsync(
            new UpdateTicketRequest
            {
                Account = request.Account,
                Target = request.Target,
                Credential = request.Credential,
                Ticket = ticket,
                Document = request.Document with { Title = "A newer title" },
                Body = request.Body,
                Keys = request.Keys,
            },
            CancellationToken.None);
    }

    public async Task<CommentOutcome> CommentAsync(TicketReference ticket, string id, string text, DateTimeOffset? firstTriedAt = null)
    {
        var request = await Export.RequestAsync();
        return await ((ICommentProvider)Export.Provider).AddCommentAsync(
            new AddCommentRequest
            {
                Account = request.Account,
                Target = request.Target,
                Credential = request.Credential,
                Ticket = ticket,
                CommentId = id,
                Text = text,
                FirstTriedAt = firstTriedAt ?? Time.GetUtcNow(),
            },
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
}
