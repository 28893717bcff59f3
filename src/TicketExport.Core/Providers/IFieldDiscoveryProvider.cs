namespace TicketExport.Providers;

/// <summary>An ability of a provider: to ask its tracker which fields a new ticket of a target has, and which of them it demands.</summary>
/// <remarks>Changes nothing at the tracker.</remarks>
public interface IFieldDiscoveryProvider
{
    /// <summary>Asks for the fields of a new ticket.</summary>
    Task<FieldsOutcome> DiscoverFieldsAsync(CheckTargetRequest request, CancellationToken cancellationToken);
}
