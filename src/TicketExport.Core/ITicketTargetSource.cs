namespace TicketExport;

/// <summary>Where targets come from: configuration by default, or the host's own store.</summary>
/// <remarks>Called for each export and from several threads at once. Register with <c>UseTargets&lt;T&gt;()</c>.</remarks>
public interface ITicketTargetSource
{
    /// <summary>Finds a target of an account.</summary>
    /// <returns>The target, or <see langword="null"/> when the account has no such target.</returns>
    Task<TicketTarget?> FindAsync(string accountId, string targetId, CancellationToken cancellationToken);
}
