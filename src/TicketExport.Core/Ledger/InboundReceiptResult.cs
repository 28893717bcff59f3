using System.Collections.Immutable;

namespace TicketExport.Ledger;

/// <summary>What writing a delivery came to.</summary>
/// <param name="Result">Whether the delivery is new; else nothing was written.</param>
/// <param name="Records">What came of its events, in their order; empty when nothing was written.</param>
public sealed record InboundReceiptResult(ReceiptResult Result, ImmutableArray<InboundRecord> Records);
