using System.Text.Json.Serialization;
using TicketExport.Review;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>One item of what speaks for and against a file.</summary>
internal sealed record FileItemBody
{
    [JsonPropertyName("key")]
    public required string Key { get; init; }

    [JsonPropertyName("is_met")]
    public required bool IsMet { get; init; }

    [JsonPropertyName("message")]
    public required string Message { get; init; }

    [JsonPropertyName("owner")]
    [JsonConverter(typeof(WireEnumConverter<StepOwner>))]
    public required StepOwner Owner { get; init; }

    [JsonPropertyName("next_step")]
    [JsonConverter(typeof(WireEnumConverter<NextStep>))]
    public required NextStep NextStep { get; init; }
}
