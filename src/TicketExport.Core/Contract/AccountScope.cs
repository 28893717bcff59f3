using System.Text.Json.Serialization;

namespace TicketExport.Contract;

/// <summary>The host's tenant, and optionally a narrower scope inside it.</summary>
/// <remarks>Scopes every row, key, secret and look-up: two accounts never see each other's exports.</remarks>
public sealed record AccountScope
{
    /// <summary>The account's id. At most 256 characters.</summary>
    [JsonPropertyName("id")]
    [JsonConverter(typeof(RecordIdConverter))]
    public required string Id { get; init; }

    /// <summary>The project's id inside the account; <see langword="null"/> for the whole account.</summary>
    [JsonPropertyName("project_id")]
    [JsonConverter(typeof(RecordIdConverter))]
    public string? ProjectId { get; init; }
}
