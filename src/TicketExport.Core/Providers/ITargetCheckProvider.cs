namespace TicketExport.Providers;

/// <summary>An ability of a provider: to ask its tracker about a target.</summary>
/// <remarks>Changes nothing at the tracker.</remarks>
public interface ITargetCheckProvider
{
    /// <summary>Asks whom the credentials belong to and whether the place for tickets is there.</summary>
    Task<TargetCheckOutcome> CheckAsync(CheckTargetRequest request, CancellationToken cancellationToken);
}
