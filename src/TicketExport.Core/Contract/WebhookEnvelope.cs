using System.Text.Json.Serialization;

namespace TicketExport.Contract;

/// <summary>The body of a signed export delivery: contract <c>ticket-export.webhook.v1</c>.</summary>
/// <remarks>
/// Rebuilt for each attempt: <see cref="ReplayProtection"/> and <see cref="Attempt"/> change, everything else stays equal.
/// </remarks>
public sealed record WebhookEnvelope
{
    /// <summary>The envelope's version; always <see cref="TicketExportContract.WebhookVersion"/>.</summary>
    [JsonPropertyName("schema_version")]
    public string SchemaVersion { get; init; } = TicketExportContract.WebhookVersion;

    /// <summary>The event; always <see cref="TicketExportContract.RequestedEvent"/>.</summary>
    [JsonPropertyName("event")]
    public string Event { get; init; } = TicketExportContract.RequestedEvent;

    /// <summary>The key of the logical export, equal over all its deliveries.</summary>
    [JsonPropertyName("idempotency_key")]
    public required string IdempotencyKey { get; init; }

    /// <summary>The signature inputs, equal to the headers.</summary>
    [JsonPropertyName("replay_protection")]
    public required ReplayProtection ReplayProtection { get; init; }

    /// <summary>1 for the first delivery, one more for each retry.</summary>
    [JsonPropertyName("attempt")]
    public required int Attempt { get; init; }

    /// <summary>The target.</summary>
    [JsonPropertyName("target")]
    public required EnvelopeTarget Target { get; init; }

    /// <summary>The account.</summary>
    [JsonPropertyName("account")]
    public required AccountScope Account { get; init; }

    /// <summary>The ticket.</summary>
    [JsonPropertyName("ticket_export")]
    public required TicketExportDocument TicketExport { get; init; }

    /// <summary>The formatted body of the ticket.</summary>
    [JsonPropertyName("rendered_body")]
    public required RenderedBody RenderedBody { get; init; }
}
