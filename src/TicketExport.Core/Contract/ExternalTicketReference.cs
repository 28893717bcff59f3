using System.Text.Json.Serialization;

namespace TicketExport.Contract;

/// <summary>A ticket that already exists somewhere for the same source.</summary>
public sealed record ExternalTicketReference
{
    /// <summary>The provider that holds the ticket.</summary>
    [JsonPropertyName("provider_key")]
    public required string ProviderKey { get; init; }

    /// <summary>The ticket's unchanging id at the provider.</summary>
    [JsonPropertyName("external_id")]
    [JsonConverter(typeof(RecordIdConverter))]
    public required string ExternalId { get; init; }

    /// <summary>The key or number that people use, such as <c>SHOP-42</c>.</summary>
    [JsonPropertyName("external_key")]
    public string? ExternalKey { get; init; }

    /// <summary>The ticket's address.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; init; }
}
