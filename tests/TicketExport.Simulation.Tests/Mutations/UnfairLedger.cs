using System.Collections.Immutable;
using TicketExport.Ledger;

namespace TicketExport.Simulation.Tests.Mutations;

/// <summary>Hands out what is due by its age alone.</summary>
internal sealed class UnfairLedger(IExportLedger inner) : LedgerDecorator(inner)
{
    public override async Task<ImmutableArray<DueExport>> FindDueAsync(DueQuery query, CancellationToken cancellationToken)
    {
        var due = await Inner.FindDueAsync(query with { Limit = DueRules.MaxLimit, After = null }, cancellationToken);
        return [.. due.OrderBy(static export => export.DueAt).Take(query.Limit)];
    }
}
