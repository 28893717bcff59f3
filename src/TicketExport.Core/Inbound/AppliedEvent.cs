using TicketExport.Ledger;

namespace TicketExport.Inbound;

/// <summary>What one event came to, and what is to be written of it.</summary>
internal sealed record AppliedEvent(InboundEntry Entry)
{
    public bool AppliedComment { get; init; }

    public bool AppliedStatus { get; init; }

    /// <summary>Whether the ticket's status is another than before once its fact is written; words that are not mapped are only kept.</summary>
    public bool TellsStatus => Entry.Fact is { Failure: null } or { IsMissing: true };

    /// <summary>The linked export of a fact, whose link may have to follow it.</summary>
    public ExportRecord? Linked { get; init; }
}
