namespace TicketExport.AspNetCore;

/// <summary>Says which account a request is for, who asks, and what they may do there. Register with <c>UseAuthorizer&lt;T&gt;()</c>.</summary>
/// <remarks>
/// Called once for each request but inbound webhooks, before anything is read or sent; from several threads at once, and as a scoped
/// service, so that it may use the host's own scoped ones. Whatever it does not grant is denied. An exception denies as well and goes to
/// the host's own handling of errors.
/// </remarks>
public interface ITicketExportAuthorizer
{
    /// <summary>Decides on one request.</summary>
    /// <param name="query">Who asks for what.</param>
    /// <param name="cancellationToken">Cancelled when the caller hangs up.</param>
    Task<TicketExportAccess> AuthorizeAsync(TicketExportAccessQuery query, CancellationToken cancellationToken);
}
