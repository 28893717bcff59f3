using TicketExport.Providers.Tests.Specifications;
using TicketExport.Testing;

namespace TicketExport.Providers.GitHub;

/// <summary>Every request that is sent, and every answer of the fake, against the descriptions that GitHub publishes.</summary>
public sealed class GitHubSpecificationTests
{
    private const string Cloud = "github/api.github.com.issues-trimmed.json";
    private const string EnterpriseServer = "github/ghes-3.19.issues-trimmed.json";

    [SpecsFact(Cloud)]
    public Task Requests_and_answers_are_those_of_github_com() => CheckAsync(Cloud);

    [SpecsFact(EnterpriseServer)]
    public Task Requests_and_answers_are_those_of_Enterprise_Server() => CheckAsync(EnterpriseServer);

    private static async Task CheckAsync(string file)
    {
        var exchanges = new List<FakeExchange>();
        foreach (var asApp in new[] { false, true })
        {
            await using var scene = await GitHubScene.StartAsync(
                static target =>
                {
                    target.Labels.Add("bug");
                    target.Assignee = "octocat";
                },
                asApp);
            await RunAsync(scene);
            exchanges.AddRange(scene.Server.Exchanges);
        }

        // What is asked for at an address that GitHub gave is at the repository's id, which the descriptions leave out.
        var described = exchanges.Where(static exchange => !exchange.Request.Path.StartsWith("/api/v3/repositories/", StringComparison.Ordinal)).ToArray();
        var check = OpenApiCheck.Load(file);

        Assert.Empty(described.SelectMany(exchange => check.Check(exchange, "/api/v3")));
        Assert.Equal(
            [200, 201, 301, 304, 401, 403, 404, 410, 422],
            described.Select(static exchange => exchange.Reply!.Status).Distinct().Order());
        Assert.Equal(
            Enum.GetValues<FakeTrackerCallKind>().Except([FakeTrackerCallKind.Unknown, FakeTrackerCallKind.Delete]),
            described.Select(static exchange => exchange.Kind).Distinct().Order());
    }

    private static async Task RunAsync(GitHubScene scene)
    {
        await scene.CheckAsync();
        var ticket = await scene.CreatedAsync();
        await scene.Export.FindAsync();
        scene.Server.RemoveLabel(ticket.ProviderTicketId, GitHubDefaults.MarkerLabel);
        await scene.Export.FindAsync();
        await scene.ReadAsync(ticket);
        await scene.ReadAsync(ticket);
        await scene.UpdateAsync(ticket);
        await scene.CommentAsync(ticket, "c1", "Found again.");
        await scene.CommentAsync(ticket, "c1", "Found again.");
        await scene.CloseAsync(ticket);
        var request = await scene.Export.RequestAsync();
        await ((IReopenProvider)scene.Export.Provider).ReopenAsync(
            new ReopenTicketRequest { Account = request.Account, Target = request.Target, Credential = request.Credential, Ticket = ticket }, CancellationToken.None);
        scene.Server.RejectNext(422, "custom");
        await scene.Export.CreateAsync("refused");
        scene.Server.RejectNext(401, "Bad credentials", FakeTrackerCallKind.Read);
        scene.Server.RejectNext(401, "Bad credentials", FakeTrackerCallKind.Read);
        await scene.ReadAsync(ticket);
        scene.Server.TransferTicket("acme/shop#1", "acme/other");
        await scene.ReadAsync(ticket);
        await scene.CloseAsync(ticket);
        scene.Server.HasIssues = false;
        await scene.Export.CreateAsync("disabled");
        scene.Server.HasIssues = true;
        scene.Server.IsArchived = true;
        await scene.Export.CreateAsync("archived");
    }
}
