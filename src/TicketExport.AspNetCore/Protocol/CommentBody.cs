using System.Text.Json.Serialization;
using TicketExport.Comments;

namespace TicketExport.AspNetCore.Protocol;

/// <summary>A comment of a thread.</summary>
internal sealed record CommentBody
{
    [JsonPropertyName("comment_id")]
    public required string CommentId { get; init; }

    [JsonPropertyName("source")]
    [JsonConverter(typeof(WireEnumConverter<CommentOrigin>))]
    public required CommentOrigin Source { get; init; }

    [JsonPropertyName("author")]
    public required string Author { get; init; }

    [JsonPropertyName("body")]
    public required string Body { get; init; }

    [JsonPropertyName("written_at")]
    public required DateTimeOffset WrittenAt { get; init; }

    [JsonPropertyName("edited_at")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? EditedAt { get; init; }

    [JsonPropertyName("is_deleted")]
    public bool IsDeleted { get; init; }

    [JsonPropertyName("is_private")]
    public bool IsPrivate { get; init; }

    [JsonPropertyName("external_comment_id")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExternalCommentId { get; init; }

    [JsonPropertyName("delivery")]
    [JsonConverter(typeof(WireEnumConverter<CommentDelivery>))]
    public required CommentDelivery Delivery { get; init; }

    [JsonPropertyName("retry_at")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? RetryAt { get; init; }

    [JsonPropertyName("failure")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FailureBody? Failure { get; init; }
}
