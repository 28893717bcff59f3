namespace TicketExport.Providers;

/// <summary>An ability of a provider: to read how a ticket stands.</summary>
/// <remarks>A direct read by the tracker's id, never a search: an index may lag. Changes nothing.</remarks>
public interface IStatusProvider
{
    /// <summary>Reads one ticket.</summary>
    Task<ReadOutcome> ReadAsync(ReadTicketRequest request, CancellationToken cancellationToken);
}
