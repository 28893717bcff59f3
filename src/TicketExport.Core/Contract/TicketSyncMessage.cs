using System.Text.Json.Serialization;

namespace TicketExport.Contract;

/// <summary>The body of a ticket-sync delivery: one event of <see cref="TicketSyncEvents"/>.</summary>
/// <remarks>
/// Sent in its canonical form, <see cref="TicketExportJson.ToCanonicalUtf8Bytes"/>, so that one event always has the same bytes and the
/// same signature. The profile has no nonce and no timestamp: <see cref="IdempotencyKey"/> is what a receiver guards by.
/// </remarks>
public sealed record TicketSyncMessage
{
    /// <summary>One of <see cref="TicketSyncEvents"/>.</summary>
    [JsonPropertyName("event")]
    public required string Event { get; init; }

    /// <summary>The key of this one operation, equal over all its deliveries.</summary>
    [JsonPropertyName("idempotency_key")]
    public required string IdempotencyKey { get; init; }

    /// <summary>The receiver's id of the ticket; required but for <c>ticket.create</c>.</summary>
    [JsonPropertyName("external_id")]
    public string? ExternalId { get; init; }

    /// <summary>The comment; required for <c>ticket.comment</c>.</summary>
    [JsonPropertyName("comment")]
    public TicketSyncComment? Comment { get; init; }

    /// <summary>The ticket; required for <c>ticket.create</c>.</summary>
    [JsonPropertyName("ticket_export")]
    public TicketExportDocument? TicketExport { get; init; }

    /// <summary>The formatted body of the ticket; required for <c>ticket.create</c>.</summary>
    [JsonPropertyName("rendered_body")]
    public RenderedBody? RenderedBody { get; init; }
}
