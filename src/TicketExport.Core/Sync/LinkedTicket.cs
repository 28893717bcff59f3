using TicketExport.Ledger;
using TicketExport.Providers;

namespace TicketExport.Sync;

/// <summary>A linked ticket, and how its tracker is reached.</summary>
internal sealed record LinkedTicket(ExportRecord Export, TicketTarget Target, ITicketProvider Provider, TicketCredential Credential)
{
    public TicketReference Ticket => Export.Ticket!;
}
