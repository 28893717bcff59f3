using System.Text.Json.Serialization;
using TicketExport.Ledger;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>One try of an export.</summary>
internal sealed record AttemptBody
{
    [JsonPropertyName("number")]
    public required int Number { get; init; }

    [JsonPropertyName("state")]
    [JsonConverter(typeof(WireEnumConverter<AttemptState>))]
    public required AttemptState State { get; init; }

    [JsonPropertyName("started_at")]
    public required DateTimeOffset StartedAt { get; init; }

    [JsonPropertyName("ended_at")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? EndedAt { get; init; }

    [JsonPropertyName("failure")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FailureBody? Failure { get; init; }
}
