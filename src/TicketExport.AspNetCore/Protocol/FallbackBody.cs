using System.Text.Json.Serialization;
using TicketExport.Review;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>Whether a file may take the place of a ticket.</summary>
internal sealed record FallbackBody
{
    [JsonPropertyName("is_offered")]
    public required bool IsOffered { get; init; }

    [JsonPropertyName("reason")]
    [JsonConverter(typeof(WireEnumConverter<FallbackReason>))]
    public required FallbackReason Reason { get; init; }

    [JsonPropertyName("message")]
    public required string Message { get; init; }
}
