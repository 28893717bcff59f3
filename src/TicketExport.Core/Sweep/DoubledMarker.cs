using System.Collections.Immutable;

namespace TicketExport.Sweep;

/// <summary>A marker that two or more tickets carry.</summary>
/// <param name="ExportId">The export.</param>
/// <param name="Source">Its source.</param>
/// <param name="Kept">The linked ticket, or the oldest one where the tracker does not show the linked one.</param>
/// <param name="Others">The others, the oldest first.</param>
public sealed record DoubledMarker(string ExportId, SourceKey Source, TicketReference Kept, ImmutableArray<DoubledTicket> Others);
