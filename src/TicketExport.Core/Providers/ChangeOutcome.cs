namespace TicketExport.Providers;

/// <summary>What a request to change a ticket that exists came to: a closed set.</summary>
/// <remarks>None of them ever leads to a new ticket.</remarks>
public abstract record ChangeOutcome
{
    private ChangeOutcome()
    {
    }

    /// <summary>The change stands at the tracker, also when it had been made before.</summary>
    /// <param name="Ticket">The ticket as the tracker names it now; its key and address may be new ones after a move.</param>
    public sealed record Changed(TicketReference Ticket) : ChangeOutcome;

    /// <summary>Proven not changed, for good: only a change of the cause helps.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Rejected(ProviderFault Fault) : ChangeOutcome;

    /// <summary>Proven not changed, for now: a later try may succeed.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record NotSent(ProviderFault Fault) : ChangeOutcome;

    /// <summary>Proven not changed because of too many requests.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Until">When requests are welcome again, if the tracker said so.</param>
    public sealed record RateLimited(ProviderFault Fault, DateTimeOffset? Until) : ChangeOutcome;

    /// <summary>The tracker no longer shows the ticket: deleted, or never there.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Missing(ProviderFault Fault) : ChangeOutcome;

    /// <summary>The change may stand at the tracker: timeout or reset after sending, 5xx.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Unknown(ProviderFault Fault) : ChangeOutcome;
}
