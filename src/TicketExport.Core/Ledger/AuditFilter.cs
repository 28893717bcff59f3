namespace TicketExport.Ledger;

/// <summary>Which audit rows to list.</summary>
public sealed record AuditFilter
{
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>One export only; <see langword="null"/> for all.</summary>
    public string? ExportId { get; init; }
}
