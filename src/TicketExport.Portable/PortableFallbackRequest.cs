using TicketExport.Ledger;

namespace TicketExport.Portable;

/// <summary>A wish for a portable file in the place of a ticket.</summary>
public sealed record PortableFallbackRequest
{
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The export (<c>ticket_export_id</c>).</summary>
    public required string ExportId { get; init; }

    /// <summary>The format.</summary>
    /// <value>Default: <see langword="null"/>, the best for the export's target; see <see cref="PortableFormats.Choose"/>.</value>
    public PortableFormat? Format { get; init; }

    /// <summary>Who asks, and why; written to the audit list.</summary>
    public required AuditStamp By { get; init; }

    /// <summary>
    /// Who takes it on them to hand over a file although the target is healthy, and why; written to the audit list in the place of
    /// <see cref="By"/>.
    /// </summary>
    /// <value>Default: <see langword="null"/>, nobody.</value>
    public AuditStamp? Override { get; init; }
}
