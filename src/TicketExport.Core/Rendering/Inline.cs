namespace TicketExport.Rendering;

/// <summary>A piece of running text: a closed set.</summary>
public abstract record Inline
{
    private Inline()
    {
    }

    /// <summary>Plain text without line breaks.</summary>
    /// <param name="Value">The text.</param>
    public sealed record Text(string Value) : Inline;

    /// <summary>Text with emphasis.</summary>
    /// <param name="Value">The text.</param>
    public sealed record Strong(string Value) : Inline;

    /// <summary>Text of fixed width.</summary>
    /// <param name="Value">The text.</param>
    public sealed record CodeSpan(string Value) : Inline;

    /// <summary>A link. A renderer makes only <c>https</c> and <c>http</c> addresses live.</summary>
    /// <param name="Label">The text of the link.</param>
    /// <param name="Url">The address.</param>
    public sealed record Link(string Label, string Url) : Inline;

    /// <summary>A line break inside a block.</summary>
    public sealed record LineBreak : Inline;
}
