using System.Collections.Immutable;

namespace TicketExport.Rendering;

/// <summary>One item of a list.</summary>
/// <param name="Content">The text; may hold line breaks.</param>
public sealed record ListItem(ImmutableArray<Inline> Content);
