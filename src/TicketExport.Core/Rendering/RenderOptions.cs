namespace TicketExport.Rendering;

/// <summary>How a renderer writes a body for one tracker.</summary>
public sealed record RenderOptions
{
    /// <summary>No limit and no marker.</summary>
    public static RenderOptions Default { get; } = new();

    /// <summary>The longest text that the tracker takes, counted on what is sent: markup, note and marker included.</summary>
    /// <value>Default: none.</value>
    public TextLimit? Limit { get; init; }

    /// <summary>Where the whole text can be read; linked in the note of a body that had to be cut.</summary>
    /// <value>Default: none. Anything but an absolute <c>https</c> or <c>http</c> address without credentials is shown as text.</value>
    public string? FullTextUrl { get; init; }

    /// <summary>The last paragraph of a body that had to be cut, as plain text.</summary>
    public string CutNote { get; init; } = "The rest is left out, because the tracker takes no longer text.";

    /// <summary>A mark at the end of the body. It counts for the limit and is never cut.</summary>
    /// <value>Default: none.</value>
    public BodyMarker? Marker { get; init; }
}
