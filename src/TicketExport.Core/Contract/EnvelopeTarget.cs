using System.Text.Json.Serialization;

namespace TicketExport.Contract;

/// <summary>The target that an envelope is sent to.</summary>
public sealed record EnvelopeTarget
{
    /// <summary>The target's id.</summary>
    [JsonPropertyName("id")]
    [JsonConverter(typeof(RecordIdConverter))]
    public required string Id { get; init; }

    /// <summary>The provider key that the target was configured with.</summary>
    [JsonPropertyName("provider_key")]
    public required string ProviderKey { get; init; }
}
