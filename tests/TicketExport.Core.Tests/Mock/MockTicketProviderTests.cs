using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Mock;
using TicketExport.Providers;

namespace TicketExport.Core.Tests.Mock;

public sealed class MockTicketProviderTests
{
    [Fact]
    [Trait("Behaviour", "S196")]
    public async Task Tickets_are_numbered_upwards()
    {
        await using var services = Services();
        var exporter = services.GetRequiredService<ITicketExporter>();

        var ids = new List<string>();
        for (var finding = 1; finding <= 3; finding++)
        {
            var result = await exporter.ExportAsync(Documents.RequestFor(MockDefaults.Key, Documents.Finding($"{finding}")));
            ids.Add(result.Ticket!.ProviderTicketId);
        }

        Assert.Equal(["mock-TCK-1", "mock-TCK-2", "mock-TCK-3"], ids);
    }

    [Fact]
    [Trait("Behaviour", "S197")]
    public async Task Nothing_is_asked_of_the_network()
    {
        using var network = new NetworkActivity();
        await using var services = Services();

        var result = await services.GetRequiredService<ITicketExporter>().ExportAsync(Documents.RequestFor(MockDefaults.Key));
        await CommentAsync(services, result.Ticket!);

        Assert.Equal(ExportOutcome.Created, result.Outcome);
        Assert.Empty(network.Seen);
        await Assert.ThrowsAnyAsync<SocketException>(static () => new TcpClient().ConnectAsync(IPAddress.Loopback, 1));
        Assert.NotEmpty(network.Seen);
    }

    [Fact]
    [Trait("Behaviour", "S198")]
    [Trait("Behaviour", "S199")]
    public async Task A_comment_is_answered_with_a_synthetic_reply()
    {
        await using var services = Services();
        var result = await services.GetRequiredService<ITicketExporter>().ExportAsync(Documents.RequestFor(MockDefaults.Key));

        var first = await CommentAsync(services, result.Ticket!);
        var again = await CommentAsync(services, result.Ticket!);
        var second = await CommentAsync(services, result.Ticket!, "c-2");

        Assert.NotNull(first.Echo);
        Assert.Equal("Echo: Is it fixed?", first.Echo.Text);
        Assert.NotEqual(first.CommentId, first.Echo.CommentId);
        Assert.Equal((first.CommentId, first.Echo.CommentId), (again.CommentId, again.Echo!.CommentId));
        Assert.NotEqual(first.CommentId, second.CommentId);
    }

    [Fact]
    public async Task A_ticket_is_found_by_its_marker_and_proven_absent_without()
    {
        await using var services = Services();
        await services.GetRequiredService<ITicketExporter>().ExportAsync(Documents.RequestFor(MockDefaults.Key));
        var mock = Mock(services);
        var target = new TicketTarget { Id = "mock", ProviderKey = "mock" };
        FindTicketRequest Look(string finding) => new()
        {
            Account = Documents.RequestFor("mock").Account,
            Target = target,
            Credential = new TicketCredential([]),
            Keys = TicketExport.Identity.ExportKeys.Compute(Documents.RequestFor("mock").Account, (finding == "42" ? Documents.Checkout : Documents.Finding(finding)).Source, target, 1),
            AttemptStartedAt = default,
        };

        Assert.IsType<FindOutcome.Found>(await mock.FindAsync(Look("42"), default));
        Assert.Equal(new FindOutcome.Absent(Proven: true), await mock.FindAsync(Look("43"), default));
    }

    private static ServiceProvider Services() => new ServiceCollection().AddTicketExport().AddMock().Services.BuildServiceProvider();

    private static ITicketProvider Mock(ServiceProvider services) => services.GetRequiredService<ITicketProvider>();

    private static async Task<CommentOutcome.Posted> CommentAsync(ServiceProvider services, TicketReference ticket, string id = "c-1") =>
        Assert.IsType<CommentOutcome.Posted>(await ((ICommentProvider)Mock(services)).AddCommentAsync(
            new AddCommentRequest
            {
                CommentId = id,
                Account = Documents.RequestFor("mock").Account,
                Target = new TicketTarget { Id = "mock", ProviderKey = "mock" },
                Credential = new TicketCredential([]),
                Ticket = ticket,
                Text = "Is it fixed?",
            },
            default));
}
