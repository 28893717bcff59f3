using System.Collections.Immutable;

namespace TicketExport.Ledger;

/// <summary>Which exports to list. What is not set does not filter.</summary>
public sealed record ExportFilter
{
    private readonly ImmutableArray<ExportStatus> _statuses = [];

    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>Statuses, any of which an export may have; empty for all.</summary>
    public ImmutableArray<ExportStatus> Statuses
    {
        get => _statuses;
        init => _statuses = value.IsDefault ? [] : value;
    }

    /// <summary>The target's id.</summary>
    public string? TargetId { get; init; }

    /// <summary>The kind of source.</summary>
    public string? SourceType { get; init; }

    /// <summary>The first moment of asking that is listed.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>The first moment of asking that is not listed any more.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }
}
