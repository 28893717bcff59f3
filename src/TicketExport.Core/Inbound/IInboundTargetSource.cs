namespace TicketExport.Inbound;

/// <summary>Tells which target a route of inbound deliveries belongs to. Register with <c>UseInboundTargets&lt;T&gt;()</c>.</summary>
/// <remarks>
/// Called for each delivery before it is verified, and from several threads at once. By default, the targets of the configuration are
/// asked: a route ends in the target's <see cref="TicketTargetOptions.InboundKey"/>, or in its id where it has none.
/// </remarks>
public interface IInboundTargetSource
{
    /// <summary>Finds the target of a route.</summary>
    /// <param name="targetKey">The last segment of the route, as the sender called it; untrusted.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The target, or <see langword="null"/> when no target has that key.</returns>
    Task<InboundTarget?> FindAsync(string targetKey, CancellationToken cancellationToken);
}
