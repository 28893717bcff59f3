using System.Collections.Immutable;
using TicketExport.Ledger;

namespace TicketExport.Sweep;

/// <summary>Which of the tickets with one marker is kept. Pure.</summary>
internal static class SweepRules
{
    /// <summary>Judges what a look-up found.</summary>
    /// <param name="export">The linked export.</param>
    /// <param name="found">The tickets with its marker, the oldest first.</param>
    /// <returns><see langword="null"/> when no more than one ticket carries the marker.</returns>
    public static DoubledMarker? Judge(ExportRecord export, ImmutableArray<TicketReference> found)
    {
        var tickets = found.DistinctBy(static ticket => ticket.ProviderTicketId).ToImmutableArray();
        if (tickets.Length < 2)
        {
            return null;
        }

        var linked = tickets.Select(static ticket => ticket.ProviderTicketId).ToList().IndexOf(export.Ticket!.ProviderTicketId);
        var kept = Math.Max(linked, 0);
        var others = tickets.Select((ticket, place) => (Ticket: ticket, Place: place))
            .Where(other => other.Place != kept)
            .Select(other => new DoubledTicket(other.Ticket, IsYounger: other.Place > kept, IsClosed: false));
        return new(export.ExportId, export.Source, tickets[kept], [.. others]);
    }
}
