using TicketExport.Contract;
using TicketExport.Identity;

namespace TicketExport.Ledger;

/// <summary>What every request to export a source tells the ledger.</summary>
public abstract record ExportOrder
{
    private protected ExportOrder()
    {
    }

    /// <summary>The account and project.</summary>
    public required AccountScope Account { get; init; }

    /// <summary>The target's id.</summary>
    public required string TargetId { get; init; }

    /// <summary>The target's provider key, as configured.</summary>
    public required string ProviderKey { get; init; }

    /// <summary>The source.</summary>
    public required SourceKey Source { get; init; }

    /// <summary>The report that the source belongs to, if any.</summary>
    public string? ReportId { get; init; }

    /// <summary>The keys of the export.</summary>
    public required ExportKeys Keys { get; init; }

    /// <summary>The document's JSON; replaces the stored one as long as no ticket exists. Empty where the stored one stays.</summary>
    public required ReadOnlyMemory<byte> DocumentJson { get; init; }

    /// <summary>The id for the export if it is new.</summary>
    public required string ExportId { get; init; }
}
