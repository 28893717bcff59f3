namespace TicketExport.Sweep;

/// <summary>For providers without the ability to close a ticket.</summary>
internal sealed class NoTicketCloser : ITicketCloser
{
    public Task<bool> TryCloseAsync(SweepTarget target, TicketReference ticket, CancellationToken cancellationToken) => Task.FromResult(false);
}
