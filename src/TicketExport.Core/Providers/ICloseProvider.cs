namespace TicketExport.Providers;

/// <summary>An ability of a provider: to close a ticket.</summary>
/// <remarks>Safe to repeat: a closed ticket is answered as <see cref="ChangeOutcome.Changed"/>. A closed ticket says nothing about the finding.</remarks>
public interface ICloseProvider
{
    /// <summary>Closes a ticket.</summary>
    Task<ChangeOutcome> CloseAsync(CloseTicketRequest request, CancellationToken cancellationToken);
}
