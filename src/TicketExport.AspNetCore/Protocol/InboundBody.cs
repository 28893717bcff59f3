using System.Text.Json.Serialization;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>That an inbound delivery was taken.</summary>
internal sealed record InboundBody
{
    [JsonPropertyName("success")]
    public required bool Success { get; init; }

    [JsonPropertyName("applied")]
    public required AppliedBody Applied { get; init; }
}
