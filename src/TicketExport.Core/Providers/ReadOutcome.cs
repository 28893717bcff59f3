namespace TicketExport.Providers;

/// <summary>What reading a ticket came to: a closed set.</summary>
public abstract record ReadOutcome
{
    private ReadOutcome()
    {
    }

    /// <summary>The ticket was read.</summary>
    /// <param name="Ticket">What the tracker shows.</param>
    public sealed record Read(TicketSnapshot Ticket) : ReadOutcome;

    /// <summary>The tracker no longer shows the ticket: deleted, or never there.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Missing(ProviderFault Fault) : ReadOutcome;

    /// <summary>The credentials no longer reach the ticket. Never read as deleted.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Forbidden(ProviderFault Fault) : ReadOutcome;

    /// <summary>The read itself failed; nothing is known.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Until">When requests are welcome again, if the tracker said so.</param>
    public sealed record Failed(ProviderFault Fault, DateTimeOffset? Until = null) : ReadOutcome;
}
