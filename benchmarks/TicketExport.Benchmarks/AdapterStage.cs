using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Contract;
using TicketExport.Http;
using TicketExport.Identity;
using TicketExport.Providers;
using TicketExport.Rendering;
using TicketExport.Testing;

namespace TicketExport.Benchmarks;

/// <summary>An adapter whose tracker's answers were recorded from its fake, and are said again by a server that does nothing else.</summary>
internal sealed class AdapterStage : IAsyncDisposable
{
    private static readonly AccountScope Account = new() { Id = "456" };

    private readonly ReplayServer _server;
    private readonly ServiceProvider _services;
    private readonly HttpMessageInvoker _bare = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false, AllowAutoRedirect = false });
    private readonly ImmutableArray<FakeHttpRequest> _requests;
    private readonly CreateTicketRequest _request;
    private readonly ITicketProvider _provider;

    private AdapterStage(ReplayServer server, ServiceProvider services, ImmutableArray<FakeHttpRequest> requests, CreateTicketRequest request)
    {
        (_server, _services, _requests, _request) = (server, services, requests, request);
        _provider = services.GetServices<ITicketProvider>().Single();
    }

    public static async Task<AdapterStage> StartAsync(string tracker)
    {
        await using var fake = await FakeOfAsync(tracker);
        await using var recorder = Host(tracker, fake, fake.BaseAddress);
        await CreateAsync(recorder, "1");
        var known = fake.Exchanges.Length;
        await CreateAsync(recorder, "2");

        var server = await ReplayServer.StartAsync(fake.Exchanges);
        var services = Host(tracker, fake, server.Address);
        var stage = new AdapterStage(
            server,
            services,
            [.. fake.Exchanges.Skip(known).Select(static exchange => exchange.Request)],
            await RequestAsync(services, "2"));
        _ = await stage.CreateAsync();
        return stage;
    }

    public Task<CreateOutcome> CreateAsync() => _provider.CreateAsync(_request, CancellationToken.None);

    public async Task SendBareAsync()
    {
        foreach (var recorded in _requests)
        {
            using var request = ReplayServer.ToRequest(recorded, _server.Address);
            using var response = await _bare.SendAsync(request, CancellationToken.None);
            response.EnsureSuccessStatusCode();
            await response.Content.ReadAsByteArrayAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _bare.Dispose();
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static async Task<FakeTrackerServer> FakeOfAsync(string tracker) => tracker switch
    {
        "github" => await FakeGitHub.StartAsync(),
        "jira" => await FakeJira.StartAsync(),
        _ => await FakeLinear.StartAsync(),
    };

    private static ServiceProvider Host(string tracker, FakeTrackerServer fake, Uri address)
    {
        var services = new ServiceCollection();
        var builder = services.AddTicketExport();
        switch (fake)
        {
            case FakeGitHub github:
                builder.AddGitHub(tracker, target =>
                {
                    target.BaseUrl = address.AbsoluteUri;
                    target.Repository = github.Repository;
                    target.Token = github.Token;
                    target.NetworkPolicy = NetworkPolicy.Loopback;
                    target.OwnershipConfirmed = true;
                });
                break;
            case FakeJira jira:
                builder.AddJira(tracker, target =>
                {
                    target.SiteUrl = address.AbsoluteUri;
                    target.Project = "PROJ";
                    target.IssueType = "Task";
                    target.Email = jira.User;
                    target.ApiToken = jira.Token;
                    target.NetworkPolicy = NetworkPolicy.Loopback;
                    target.OwnershipConfirmed = true;
                });
                break;
            case FakeLinear linear:
                builder.AddLinear(tracker, target =>
                {
                    target.BaseUrl = address.AbsoluteUri;
                    target.Team = "ENG";
                    target.ApiKey = linear.ApiKey;
                    target.NetworkPolicy = NetworkPolicy.Loopback;
                    target.OwnershipConfirmed = true;
                });
                break;
        }

        return services.BuildServiceProvider();
    }

    private static async Task CreateAsync(ServiceProvider services, string record)
    {
        var outcome = await services.GetServices<ITicketProvider>().Single().CreateAsync(await RequestAsync(services, record), CancellationToken.None);
        if (outcome is not CreateOutcome.Created)
        {
            throw new InvalidOperationException($"The fake answered with {outcome}.");
        }
    }

    private static async Task<CreateTicketRequest> RequestAsync(ServiceProvider services, string record)
    {
        var id = services.GetServices<ITicketProvider>().Single().Sheet.Key;
        var target = (await services.GetRequiredService<ITicketTargetSource>().FindAsync(Account.Id, id, CancellationToken.None))!;
        var document = BenchmarkDocuments.Full(record);
        return new CreateTicketRequest
        {
            Account = Account,
            Target = target,
            Credential = (await services.GetRequiredService<ITicketCredentialSource>().GetAsync(Account.Id, target, CancellationToken.None))!,
            Document = document,
            Body = TicketBodyComposer.Compose(document, WebhookStage.Now),
            Keys = ExportKeys.Compute(Account, document.Source, target, generation: 1),
            Attempt = 1,
        };
    }
}
