namespace TicketExport.Providers.Linear.Protocol;

/// <summary>The body of a webhook's delivery.</summary>
internal sealed record LinearWebhook
{
    public string? Action { get; init; }

    public string? Type { get; init; }

    public LinearWebhookActor? Actor { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public LinearWebhookData? Data { get; init; }

    /// <summary>When the delivery was made, in milliseconds since 1970: the one timestamp that the signature covers.</summary>
    public long? WebhookTimestamp { get; init; }
}
