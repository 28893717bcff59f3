namespace TicketExport.Providers;

/// <summary>What a create request came to: a closed set.</summary>
public abstract record CreateOutcome
{
    private CreateOutcome()
    {
    }

    /// <summary>The ticket exists.</summary>
    /// <param name="Ticket">The ticket.</param>
    public sealed record Created(TicketReference Ticket) : CreateOutcome
    {
        /// <summary>A step after the creation that failed, such as a label; the ticket stands all the same.</summary>
        public ProviderFault? FollowUpFault { get; init; }
    }

    /// <summary>Proven not created, for good: only a change of the cause helps.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Rejected(ProviderFault Fault) : CreateOutcome;

    /// <summary>Proven not created, for now: a later try may succeed.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record NotSent(ProviderFault Fault) : CreateOutcome;

    /// <summary>Proven not created because of too many requests.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Until">When requests are welcome again, if the tracker said so.</param>
    public sealed record RateLimited(ProviderFault Fault, DateTimeOffset? Until) : CreateOutcome;

    /// <summary>The request may have created the ticket: timeout or reset after sending, 5xx, an unreadable 2xx.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Until">When requests are welcome again, if the tracker said so: nothing is sent to the target before.</param>
    public sealed record Unknown(ProviderFault Fault, DateTimeOffset? Until = null) : CreateOutcome;
}
