using System.Text.Json.Serialization;

namespace TicketExport.Contract;

/// <summary>A link to evidence that is safe to show outside the host. Links are never fetched by this library.</summary>
public sealed record EvidenceLink
{
    /// <summary>The text of the link.</summary>
    [JsonPropertyName("label")]
    public required string Label { get; init; }

    /// <summary>An absolute <c>https</c> or <c>http</c> address without credentials.</summary>
    [JsonPropertyName("url")]
    public required string Url { get; init; }

    /// <summary>The kind of evidence, such as <c>report</c>; an open set.</summary>
    [JsonPropertyName("type")]
    public required string Type { get; init; }

    /// <summary>When the link stops working; <see langword="null"/> when it does not.</summary>
    [JsonPropertyName("expires_at")]
    [JsonConverter(typeof(TimestampConverter))]
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether the evidence itself may be attached to the ticket instead of being linked.</summary>
    [JsonPropertyName("attachment_allowed")]
    public required bool AttachmentAllowed { get; init; }
}
