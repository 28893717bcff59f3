using TicketExport.Contract;

namespace TicketExport.AspNetCore;

/// <summary>What a caller may do: a closed set.</summary>
public abstract record TicketExportAccess
{
    private TicketExportAccess()
    {
    }

    /// <summary>Nobody is signed in: 401.</summary>
    /// <param name="Challenge">The <c>WWW-Authenticate</c> header of the answer, as the host's own scheme writes it.</param>
    public sealed record Anonymous(string Challenge = "Bearer") : TicketExportAccess;

    /// <summary>The caller has nothing to do with the account, or there is none: 404, the same for both.</summary>
    public sealed record Denied : TicketExportAccess;

    /// <summary>The caller belongs to the account. With less than the request needs it is answered 403.</summary>
    /// <param name="Account">The account as the ledger knows it, and optionally a project; from the host and never from the request's body.</param>
    /// <param name="Permission">What the caller may do there.</param>
    /// <param name="ActorId">The host's id of the caller, for the audit. 1 to 256 characters.</param>
    public sealed record Granted(AccountScope Account, TicketExportAccessLevel Permission, string ActorId) : TicketExportAccess
    {
        /// <summary>The caller's name as comments show it.</summary>
        /// <value>Default: <see langword="null"/>, <see cref="ActorId"/>.</value>
        public string? ActorName { get; init; }
    }
}
