using TicketExport.Ledger;
using TicketExport.Pipeline;
using TicketExport.Sync;

namespace TicketExport.Policies;

/// <summary>What a policy does to one linked ticket under a claim.</summary>
/// <param name="Export">What was asked for.</param>
/// <param name="Holder">The export that holds the ticket.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Deadline">When the last call must be over, so that its end can be recorded.</param>
internal sealed record TicketChange(PreparedExport Export, ExportRecord Holder, TicketChangeClaim Claim, DateTimeOffset Deadline)
{
    public required string DocumentHash { get; init; }

    public LinkedTicket Link => new(Holder with { Ticket = Claim.Ticket }, Export.Target, Export.Provider, Export.Credential);
}
