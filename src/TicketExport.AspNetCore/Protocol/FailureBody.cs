using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>Why something failed, and the next safe step.</summary>
internal sealed record FailureBody
{
    [JsonPropertyName("code")]
    public required string Code { get; init; }

    [JsonPropertyName("sub_code")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SubCode { get; init; }

    [JsonPropertyName("reason")]
    [JsonConverter(typeof(WireEnumConverter<FailureReason>))]
    public required FailureReason Reason { get; init; }

    [JsonPropertyName("message")]
    public required string Message { get; init; }

    [JsonPropertyName("next_step")]
    [JsonConverter(typeof(WireEnumConverter<NextStep>))]
    public required NextStep NextStep { get; init; }

    [JsonPropertyName("setting")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Setting { get; init; }

    [JsonPropertyName("help_link")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? HelpLink { get; init; }

    [JsonPropertyName("provider_error_code")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ProviderErrorCode { get; init; }

    [JsonPropertyName("receiver_code")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ReceiverCode { get; init; }

    [JsonPropertyName("provider_response_code")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ProviderResponseCode { get; init; }

    [JsonPropertyName("is_transient")]
    public bool IsTransient { get; init; }

    [JsonPropertyName("fields")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<FieldBody>? Fields { get; init; }
}
