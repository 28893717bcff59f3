namespace TicketExport.Ledger;

/// <summary>An export that a worker shall send.</summary>
public sealed record EnqueueRequest : ExportOrder
{
    /// <summary>Who approved the export, and why: written to the audit in the same write; <see langword="null"/> when nobody was asked.</summary>
    public AuditStamp? ApprovedBy { get; init; }
}
