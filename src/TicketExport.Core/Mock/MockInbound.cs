using TicketExport.Inbound;
using TicketExport.Providers;
using TicketExport.Signing;

namespace TicketExport.Mock;

/// <summary>Deliveries for the mock's tickets, so that the way back can be seen without any tracker: the ticket-sync profile.</summary>
internal static class MockInbound
{
    private static readonly TicketSyncInboundOptions Options = new() { StatusOf = TicketSyncInbound.StatusOf };

    public static InboundOutcome Read(InboundRequest request) => TicketSyncInbound.Read(
        request,
        [.. new[] { MockDefaults.WebhookSecretCredential, MockDefaults.PreviousWebhookSecretCredential }
            .Select(name => request.Credential.TryGet(name, out var secret) ? secret : null)
            .OfType<string>()
            .Select(WebhookSecret.FromText)],
        Options);
}
