using System.Text.Json.Serialization;
using TicketExport.Review;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>One step of a review.</summary>
internal sealed record ReviewStepBody
{
    [JsonPropertyName("stage")]
    [JsonConverter(typeof(WireEnumConverter<ReviewStage>))]
    public required ReviewStage Stage { get; init; }

    [JsonPropertyName("state")]
    [JsonConverter(typeof(WireEnumConverter<ReviewState>))]
    public required ReviewState State { get; init; }

    [JsonPropertyName("message")]
    public required string Message { get; init; }
}
