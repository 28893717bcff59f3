using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using TicketExport.Testing;
using TicketExport.Webhooks.Receiver;

namespace TicketExport.Samples.Host;

/// <summary>What stands in for the customers' trackers: a Jira on loopback, and a receiver in this process.</summary>
internal sealed class DemoTrackers(IServer server) : IHostedService
{
    private FakeJira? _jira;

    public FakeJira Jira => _jira ?? throw new InvalidOperationException("The demo's Jira is not running yet.");

    /// <summary>Where globex takes its tickets.</summary>
    public Uri Hooks => new(new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()), "/hooks/tickets");

    public static Task<DeliveryAnswer> TakeAsync(WebhookDelivery delivery, CancellationToken cancellationToken) =>
        Task.FromResult(delivery.Event == "ticket.create" ? DeliveryAnswer.Accepted(externalId: "GLX-1", externalKey: "GLX-1") : DeliveryAnswer.Accepted());

    public async Task StartAsync(CancellationToken cancellationToken) => _jira = await FakeJira.StartAsync(cancellationToken: cancellationToken);

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_jira is not null)
        {
            await _jira.DisposeAsync();
        }
    }
}
