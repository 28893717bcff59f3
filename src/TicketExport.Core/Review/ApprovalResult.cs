using System.Collections.Immutable;

namespace TicketExport.Review;

/// <summary>What asking for an approval came to, and the review that it was decided on.</summary>
public sealed record ApprovalResult
{
    private readonly ImmutableArray<ReadinessKey> _overridden = [];

    /// <summary>The outcome.</summary>
    public required ApprovalOutcome Outcome { get; init; }

    /// <summary>The review.</summary>
    public required TicketReview Review { get; init; }

    /// <summary>What happened and what to do next, in one or two sentences; names every item that blocks.</summary>
    public required string Message { get; init; }

    /// <summary>How the export stands after the approval; <see langword="null"/> when none was tried.</summary>
    public ExportResult? Export { get; init; }

    /// <summary>The items that were overridden, as the audit says; empty when nothing was.</summary>
    public ImmutableArray<ReadinessKey> Overridden
    {
        get => _overridden;
        init => _overridden = value.IsDefault ? [] : value;
    }

    /// <summary>Whether the export is approved now.</summary>
    public bool IsApproved => Outcome is ApprovalOutcome.Approved or ApprovalOutcome.Updated;
}
