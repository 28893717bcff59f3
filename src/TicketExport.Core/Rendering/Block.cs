using System.Collections.Immutable;

namespace TicketExport.Rendering;

/// <summary>A block of a body: a closed set.</summary>
public abstract record Block
{
    private Block()
    {
    }

    /// <summary>A paragraph.</summary>
    /// <param name="Content">The text; may hold line breaks.</param>
    public sealed record Paragraph(ImmutableArray<Inline> Content) : Block;

    /// <summary>A list.</summary>
    /// <param name="Style">How the items are marked.</param>
    /// <param name="Items">The items.</param>
    public sealed record ItemList(ListStyle Style, ImmutableArray<ListItem> Items) : Block;

    /// <summary>Text of fixed width, shown as it is.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="Language">The language for highlighting, if known.</param>
    public sealed record Code(string Text, string? Language = null) : Block;

    /// <summary>A table.</summary>
    /// <param name="Header">The heads of the columns.</param>
    /// <param name="Rows">The rows, each as long as the header.</param>
    public sealed record Table(ImmutableArray<string> Header, ImmutableArray<ImmutableArray<ImmutableArray<Inline>>> Rows) : Block;
}
