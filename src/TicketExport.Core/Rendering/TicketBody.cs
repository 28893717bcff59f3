using System.Collections.Immutable;

namespace TicketExport.Rendering;

/// <summary>A ticket's body as a typed document: named sections of blocks, to be written by one renderer per markup.</summary>
/// <remarks>All text in it is plain: a renderer escapes it and never reads it as markup.</remarks>
/// <param name="Sections">The sections, in order.</param>
public sealed record TicketBody(ImmutableArray<BodySection> Sections)
{
    /// <summary>A body of plain text without a heading, such as a comment. A blank line separates paragraphs, a single line break stays.</summary>
    public static TicketBody FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new([new(SectionNames.Text, "", PlainText.Paragraphs(text))]);
    }
}
