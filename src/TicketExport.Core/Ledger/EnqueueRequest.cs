namespace TicketExport.Ledger;

/// <summary>An export that a worker shall send.</summary>
public sealed record EnqueueRequest : ExportOrder;
