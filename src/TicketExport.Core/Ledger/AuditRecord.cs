namespace TicketExport.Ledger;

/// <summary>One decision of somebody on an export or its link; never changed, never deleted.</summary>
public sealed record AuditRecord
{
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The row's number in its ledger; later rows have higher ones. 0 before it is stored.</summary>
    public long Number { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who, and why.</summary>
    public required AuditStamp By { get; init; }

    /// <summary>What.</summary>
    public required AuditAction Action { get; init; }

    /// <summary>The export.</summary>
    public required string ExportId { get; init; }

    /// <summary>The tracker's id of the ticket that is linked now; <see langword="null"/> after an unlink, or where there is none.</summary>
    public string? TicketId { get; init; }

    /// <summary>The tracker's id of the ticket that was linked before, if any.</summary>
    public string? FormerTicketId { get; init; }

    /// <summary>The items of the review that were overridden, by name and separated by blanks; <see langword="null"/> for any other action.</summary>
    public string? Overridden { get; init; }
}
