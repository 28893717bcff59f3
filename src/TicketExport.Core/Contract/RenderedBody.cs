using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TicketExport.Contract;

/// <summary>The formatted ticket body, ready for a tool that takes text.</summary>
public sealed record RenderedBody
{
    private readonly ImmutableArray<string> _sections = [];

    /// <summary>The markup of <see cref="Body"/>, such as <c>markdown</c>.</summary>
    [JsonPropertyName("format")]
    public required string Format { get; init; }

    /// <summary>The text.</summary>
    [JsonPropertyName("body")]
    public required string Body { get; init; }

    /// <summary>The names of the sections in <see cref="Body"/>, in order.</summary>
    [JsonPropertyName("sections")]
    public ImmutableArray<string> Sections
    {
        get => _sections;
        init => _sections = value.IsDefault ? [] : value;
    }
}
