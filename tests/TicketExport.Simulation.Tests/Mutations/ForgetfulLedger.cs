using TicketExport.Ledger;

namespace TicketExport.Simulation.Tests.Mutations;

/// <summary>Changes what is recorded on its way to the storage.</summary>
internal sealed class ForgetfulLedger(IExportLedger inner, Func<ExportUpdate, ExportUpdate?> change) : LedgerDecorator(inner)
{
    public override Task<bool> RecordAsync(ExportClaim claim, ExportUpdate update, CancellationToken cancellationToken) =>
        change(update) is { } kept ? Inner.RecordAsync(claim, kept, cancellationToken) : Task.FromResult(true);
}
