using System.Text.Json.Serialization;

namespace TicketExport.Contract;

/// <summary>The comment that a <c>ticket.comment</c> event carries.</summary>
public sealed record TicketSyncComment
{
    /// <summary>The sender's id of the comment.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The text.</summary>
    [JsonPropertyName("body")]
    public required string Body { get; init; }

    /// <summary>The name of the person who wrote it; <see langword="null"/> where it is not told.</summary>
    [JsonPropertyName("author")]
    public string? Author { get; init; }
}
