using TicketExport.Contract;

namespace TicketExport.Webhooks.Receiver;

/// <summary>A delivery whose signature, time, nonce and content were checked.</summary>
public sealed record WebhookDelivery
{
    private readonly WebhookEnvelope? _envelope;
    private readonly TicketSyncMessage? _message;

    internal WebhookDelivery(string endpoint, WebhookEnvelope envelope)
    {
        Endpoint = endpoint;
        _envelope = envelope;
        (Event, IdempotencyKey) = (envelope.Event, envelope.IdempotencyKey);
    }

    internal WebhookDelivery(string endpoint, TicketSyncMessage message)
    {
        Endpoint = endpoint;
        _message = message;
        (Event, IdempotencyKey) = (message.Event, message.IdempotencyKey);
    }

    /// <summary>The name of the endpoint that it came to.</summary>
    public string Endpoint { get; }

    /// <summary>The event, such as <c>ticket_export.requested</c>.</summary>
    public string Event { get; }

    /// <summary>The key of the work that is asked for, equal over all deliveries of that work.</summary>
    /// <remarks>Store it with what the handler makes, and a handler that is killed half-way can find its own work again.</remarks>
    public string IdempotencyKey { get; }

    /// <summary>When it was signed; <see langword="null"/> in the ticket-sync profile, which does not tell.</summary>
    public DateTimeOffset? SignedAt { get; internal init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Target, account, ticket and rendered body of a <c>ticket_export.requested</c> event.</summary>
    /// <exception cref="InvalidOperationException">The endpoint has the ticket-sync profile.</exception>
    public WebhookEnvelope Envelope =>
        _envelope ?? throw new InvalidOperationException($"The endpoint '{Endpoint}' has the ticket-sync profile, whose deliveries have no envelope. Read Message.");

    /// <summary>The content of a <c>ticket.*</c> event.</summary>
    /// <exception cref="InvalidOperationException">The endpoint has another profile.</exception>
    public TicketSyncMessage Message =>
        _message ?? throw new InvalidOperationException($"The endpoint '{Endpoint}' does not have the ticket-sync profile. Read Envelope, or set the option Profile to TicketSync.");

    // One content, whatever the attempt: what changes from try to try is left out.
    internal byte[] ContentBytes() => _envelope is { } envelope
        ? TicketExportJson.ToUtf8Bytes(envelope with { Attempt = 1, ReplayProtection = new ReplayProtection { Timestamp = "0", Nonce = "0", SignatureHeader = "0" } })
        : TicketExportJson.ToCanonicalUtf8Bytes(Message);
}
