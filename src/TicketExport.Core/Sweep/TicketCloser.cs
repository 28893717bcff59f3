using TicketExport.Ledger;
using TicketExport.Pipeline;
using TicketExport.Providers;
using TicketExport.Targets;

namespace TicketExport.Sweep;

/// <summary>Closes a ticket too many, where the provider can.</summary>
internal sealed class TicketCloser(AbilityCaller caller)
{
    /// <returns>Whether the ticket is closed now.</returns>
    public async Task<bool> TryCloseAsync(TargetConnection connection, ExportRecord export, TicketReference ticket, CancellationToken cancellationToken)
    {
        if (connection.Provider is not ICloseProvider)
        {
            return false;
        }

        var request = new CloseTicketRequest
        {
            Account = export.Account,
            Target = connection.Target,
            Credential = connection.Credential,
            Ticket = ticket,
        };
        var call = AbilityCalls.Close(connection.Provider, request);
        return await caller.CallAsync(connection.Provider, call, connection.Provider.Sheet.Timeout, cancellationToken).ConfigureAwait(false) is ChangeOutcome.Changed;
    }
}
