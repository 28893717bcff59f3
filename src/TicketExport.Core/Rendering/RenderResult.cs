using System.Collections.Immutable;

namespace TicketExport.Rendering;

/// <summary>A body in a tracker's markup.</summary>
public sealed record RenderResult
{
    private readonly ImmutableArray<string> _sections = [];

    /// <summary>The markup: the renderer's <c>Format</c>.</summary>
    public required string Format { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>The names of the sections in <see cref="Text"/>, in order; the last of a cut body may be there in part.</summary>
    public ImmutableArray<string> Sections
    {
        get => _sections;
        init => _sections = value.IsDefault ? [] : value;
    }

    /// <summary>Whether something was left out to keep the limit.</summary>
    public required bool IsCut { get; init; }
}
