using System.Text.Json.Serialization;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>A field to change.</summary>
internal sealed record FieldBody
{
    [JsonPropertyName("path")]
    public required string Path { get; init; }

    [JsonPropertyName("rule")]
    public required string Rule { get; init; }

    [JsonPropertyName("message")]
    public required string Message { get; init; }
}
