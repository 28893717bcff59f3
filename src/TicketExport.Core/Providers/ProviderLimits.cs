using TicketExport.Rendering;

namespace TicketExport.Providers;

/// <summary>How much a tracker takes. What is longer is cut before it is sent; <see langword="null"/> where no limit is known.</summary>
public sealed record ProviderLimits
{
    /// <summary>The longest title.</summary>
    public TextLimit? Title { get; init; }

    /// <summary>The longest body, after rendering.</summary>
    public TextLimit? Body { get; init; }

    /// <summary>The longest comment, after rendering.</summary>
    public TextLimit? Comment { get; init; }

    /// <summary>The longest label.</summary>
    public TextLimit? Label { get; init; }

    /// <summary>The most labels of one ticket.</summary>
    public int? Labels { get; init; }
}
