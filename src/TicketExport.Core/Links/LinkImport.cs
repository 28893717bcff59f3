using TicketExport.Contract;

namespace TicketExport.Links;

/// <summary>A ticket that exists already, and the source that it belongs to.</summary>
public sealed record LinkImport
{
    /// <summary>The account and project.</summary>
    public required AccountScope Account { get; init; }

    /// <summary>The source.</summary>
    public required SourceKey Source { get; init; }

    /// <summary>What the finding is, exactly as later documents of the source say it in their <c>fingerprint</c>.</summary>
    public required string SourceFingerprint { get; init; }

    /// <summary>The report that the source belongs to, if any.</summary>
    public string? ReportId { get; init; }

    /// <summary>The target where the ticket is.</summary>
    public required string TargetId { get; init; }

    /// <summary>The ticket.</summary>
    public required TicketReference Ticket { get; init; }
}
