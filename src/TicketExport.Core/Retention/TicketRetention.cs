using TicketExport.Ledger;

namespace TicketExport.Retention;

internal sealed class TicketRetention(IRetentionLedger ledger) : ITicketRetention
{
    public async Task<long> ForgetDocumentsAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        var (removed, after) = (0L, (DocumentPlace?)null);
        do
        {
            var page = await ledger.RemoveDocumentsAsync(new() { Before = before, After = after }, cancellationToken).ConfigureAwait(false);
            (removed, after) = (removed + page.Removed, page.Next);
        }
        while (after is not null);
        return removed;
    }
}
