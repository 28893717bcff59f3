using TicketExport.Contract;

namespace TicketExport;

/// <summary>One finding to hand over to one target.</summary>
public sealed record ExportRequest
{
    /// <summary>The account, and optionally the project, that the finding belongs to.</summary>
    public required AccountScope Account { get; init; }

    /// <summary>The target's id.</summary>
    public required string TargetId { get; init; }

    /// <summary>The ticket.</summary>
    public required TicketExportDocument Document { get; init; }
}
