using System.Collections.Immutable;

namespace TicketExport.Rendering;

// What a renderer writes: sections, then blocks without a heading, then the marker.
internal sealed record BodyDraft(ImmutableArray<BodySection> Sections, ImmutableArray<Block> Tail, BodyMarker? Marker);
