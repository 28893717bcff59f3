using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>Whether tickets can go out.</summary>
internal sealed record ReadinessBody
{
    [JsonPropertyName("is_ready")]
    public required bool IsReady { get; init; }

    [JsonPropertyName("items")]
    public required ImmutableArray<ReadinessItemBody> Items { get; init; }
}
