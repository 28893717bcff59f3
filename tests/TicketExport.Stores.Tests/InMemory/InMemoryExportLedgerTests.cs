using TicketExport.Ledger;
using TicketExport.Testing.Conformance.Ledgers;

namespace TicketExport.Stores.Tests.InMemory;

public sealed class InMemoryExportLedgerTests : LedgerConformanceTests
{
    protected override int Histories => 50 * base.Histories;

    protected override Task<LedgerUnderTest> CreateLedgerAsync(TimeProvider time)
    {
        var ledger = new InMemoryExportLedger(time);
        return Task.FromResult(new LedgerUnderTest(ledger, ledger, ledger, ledger, ledger));
    }
}
