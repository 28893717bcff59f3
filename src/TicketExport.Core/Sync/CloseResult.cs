namespace TicketExport.Sync;

/// <summary>What a wish to close a ticket came to. A closed ticket says nothing about the finding.</summary>
public sealed record CloseResult
{
    /// <summary>What came of it.</summary>
    public required CloseOutcome Outcome { get; init; }

    /// <summary>The ticket, as it is linked.</summary>
    public TicketReference? Ticket { get; init; }

    /// <summary>What is known of the ticket now.</summary>
    public Ledger.TicketSync? Sync { get; init; }

    /// <summary>Why the ticket is not closed, as far as is known.</summary>
    public ExportFailure? Failure { get; init; }

    /// <summary>When to ask again, where a time is known.</summary>
    public DateTimeOffset? RetryAt { get; init; }
}
