using TicketExport.Ledger;

namespace TicketExport.Testing.Conformance.Ledgers;

/// <summary>A ledger and its other faces over the same storage; usually one object five times.</summary>
/// <param name="Ledger">What exports are written through.</param>
/// <param name="Queries">What is read through.</param>
/// <param name="Links">What links are changed through.</param>
/// <param name="Receipts">What remembers inbound deliveries.</param>
/// <param name="Ownership">What remembers confirmed destinations.</param>
public sealed record LedgerUnderTest(
    IExportLedger Ledger,
    IExportLedgerQueries Queries,
    ILinkLedger Links,
    IReceiptLedger Receipts,
    IOwnershipLedger Ownership);
