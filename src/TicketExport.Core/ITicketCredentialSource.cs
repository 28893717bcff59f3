namespace TicketExport;

/// <summary>Where a target's secrets come from: configuration by default, or the host's own vault.</summary>
/// <remarks>
/// Called for each attempt and from several threads at once, so that rotation takes effect without a restart. Register with
/// <c>UseCredentials&lt;T&gt;()</c>.
/// </remarks>
public interface ITicketCredentialSource
{
    /// <summary>Gets the secrets of a target. The account is empty for a delivery to an inbound route that several accounts share.</summary>
    /// <returns>The secrets, or <see langword="null"/> when the target has none.</returns>
    Task<TicketCredential?> GetAsync(string accountId, TicketTarget target, CancellationToken cancellationToken);
}
