namespace TicketExport.Providers;

/// <summary>An ability of a provider beside <see cref="IStatusProvider"/>: to read how several tickets of a target stand with one request.</summary>
/// <remarks>A direct read by the tracker's ids, never a search whose index may lag. Changes nothing.</remarks>
public interface IStatusBatchProvider : IStatusProvider
{
    /// <summary>The most tickets that one request may ask for. At least 2.</summary>
    int MaxTickets { get; }

    /// <summary>Whether tickets of a target can be read so; where not, each is read by itself.</summary>
    bool CanReadMany(TicketTarget target);

    /// <summary>Reads tickets, at most <see cref="MaxTickets"/>.</summary>
    Task<ReadManyOutcome> ReadManyAsync(ReadTicketsRequest request, CancellationToken cancellationToken);
}
