namespace TicketExport.Sweep;

/// <summary>Closes a ticket too many, where the provider can.</summary>
internal interface ITicketCloser
{
    /// <returns>Whether the ticket is closed now.</returns>
    Task<bool> TryCloseAsync(SweepTarget target, TicketReference ticket, CancellationToken cancellationToken);
}
