namespace TicketExport.Providers;

/// <summary>An ability of a provider: to bring a ticket that exists to a newer document.</summary>
/// <remarks>Safe to repeat. The ticket's status stays as it is, and so does whatever people added at the tracker.</remarks>
public interface IUpdateProvider
{
    /// <summary>Updates title, body, priority and labels.</summary>
    Task<ChangeOutcome> UpdateAsync(UpdateTicketRequest request, CancellationToken cancellationToken);
}
