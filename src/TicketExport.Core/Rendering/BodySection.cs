using System.Collections.Immutable;

namespace TicketExport.Rendering;

/// <summary>One section of a ticket's body.</summary>
/// <param name="Name">The section's name, such as <c>evidence</c>; see <see cref="SectionNames"/>.</param>
/// <param name="Heading">The heading that people read; empty for none.</param>
/// <param name="Blocks">The content.</param>
public sealed record BodySection(string Name, string Heading, ImmutableArray<Block> Blocks);
