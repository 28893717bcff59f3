namespace TicketExport.Redaction;

/// <summary>Where an account's gate comes from: one gate from configuration by default, or the host's choice per account.</summary>
/// <remarks>
/// Called for each export and from several threads at once; keep gates and hand out the same ones. Register with
/// <c>UseRedaction&lt;T&gt;()</c>.
/// </remarks>
public interface IRedactionGateSource
{
    /// <summary>Gets the gate of an account.</summary>
    Task<IRedactionGate> GetAsync(string accountId, CancellationToken cancellationToken);
}
