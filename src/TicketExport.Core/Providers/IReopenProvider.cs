namespace TicketExport.Providers;

/// <summary>An ability of a provider: to open a closed ticket again.</summary>
/// <remarks>Safe to repeat: an open ticket is answered as <see cref="ChangeOutcome.Changed"/>.</remarks>
public interface IReopenProvider
{
    /// <summary>Opens a closed ticket again.</summary>
    Task<ChangeOutcome> ReopenAsync(ReopenTicketRequest request, CancellationToken cancellationToken);
}
