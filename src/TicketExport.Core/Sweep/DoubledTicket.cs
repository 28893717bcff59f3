namespace TicketExport.Sweep;

/// <summary>A ticket too many.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="IsYounger">Whether it is younger than the kept one; only such a ticket is ever closed.</param>
/// <param name="IsClosed">Whether this sweep closed it.</param>
public sealed record DoubledTicket(TicketReference Ticket, bool IsYounger, bool IsClosed);
