using System.Collections.Immutable;

namespace TicketExport.Providers;

/// <summary>What reading several tickets came to: a closed set.</summary>
public abstract record ReadManyOutcome
{
    private ReadManyOutcome()
    {
    }

    /// <summary>The request was answered.</summary>
    /// <param name="Tickets">
    /// What was read, in the order of the request; <see langword="null"/> for a ticket that the answer does not hold. Such a one is read by
    /// itself, which tells deleted and hidden apart.
    /// </param>
    public sealed record Read(ImmutableArray<TicketSnapshot?> Tickets) : ReadManyOutcome;

    /// <summary>The request failed; nothing is known of any of the tickets.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Until">When requests are welcome again, if the tracker said so.</param>
    public sealed record Failed(ProviderFault Fault, DateTimeOffset? Until = null) : ReadManyOutcome;
}
