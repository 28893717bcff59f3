using TicketExport.Signing;

namespace TicketExport.Webhooks.Receiver.Internal;

/// <summary>One way to sign and to carry deliveries.</summary>
internal interface IWebhookProfile
{
    WebhookSecret ReadSecret(string text);

    SignatureVerdict Verify(IReadOnlyList<WebhookSecret> secrets, ReceivedRequest request, TimeSpan tolerance);

    /// <summary>The signed nonce of a request that was verified; <see langword="null"/> where the profile has none.</summary>
    string? Nonce(ReceivedRequest request);

    /// <summary>Reads the content of a request that was verified.</summary>
    Reading Read(ReceivedRequest request);
}
