using TicketExport.Ledger;

namespace TicketExport.Testing.Conformance.Ledgers;

/// <summary>A ledger and its queries over the same storage; usually one object twice.</summary>
/// <param name="Ledger">What is written through.</param>
/// <param name="Queries">What is read through.</param>
public sealed record LedgerUnderTest(IExportLedger Ledger, IExportLedgerQueries Queries);
