namespace TicketExport.Ledger;

/// <summary>What one event brings.</summary>
/// <param name="Record">What came of it, as far as is known before the write.</param>
public sealed record InboundEntry(InboundRecord Record)
{
    /// <summary>Whether the ticket of the record's export is to be read soon.</summary>
    public bool PlansRead { get; init; }

    /// <summary>What the event says about the ticket, where nobody can read it.</summary>
    public SyncFact? Fact { get; init; }
}
