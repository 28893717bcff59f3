namespace TicketExport.Review;

/// <summary>Says who may approve an export although an item of the readiness list blocks.</summary>
/// <remarks>
/// Without one, every override is denied. Called for each approval that names items to override, from several threads at once. Register
/// with <c>UseOverrides&lt;T&gt;()</c>.
/// </remarks>
public interface IOverrideAuthorizer
{
    /// <summary>Decides on one override.</summary>
    /// <param name="query">Who wants to override what, and why.</param>
    /// <param name="cancellationToken">Cancels the decision; nothing is approved then.</param>
    Task<OverrideDecision> AuthorizeAsync(OverrideQuery query, CancellationToken cancellationToken);
}
