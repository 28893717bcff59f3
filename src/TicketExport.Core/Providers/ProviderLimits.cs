namespace TicketExport.Providers;

/// <summary>How much a tracker takes. What is longer is cut before it is sent; <see langword="null"/> where no limit is known.</summary>
public sealed record ProviderLimits
{
    /// <summary>The longest title.</summary>
    public int? Title { get; init; }

    /// <summary>The longest body, after rendering.</summary>
    public int? Body { get; init; }

    /// <summary>The longest comment, after rendering.</summary>
    public int? Comment { get; init; }

    /// <summary>The longest label.</summary>
    public int? Label { get; init; }

    /// <summary>The most labels of one ticket.</summary>
    public int? Labels { get; init; }

    /// <summary>What the lengths are counted in.</summary>
    /// <value>Default: <see cref="LengthUnit.Utf16"/>.</value>
    public LengthUnit Unit { get; init; } = LengthUnit.Utf16;
}
