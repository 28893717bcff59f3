using TicketExport.Ledger;

namespace TicketExport.Links;

/// <summary>What came of one row of an import.</summary>
/// <param name="Row">The row's number, beginning with 1.</param>
/// <param name="Link">The row.</param>
/// <param name="Outcome">The outcome.</param>
public sealed record LinkImportResult(long Row, LinkImport Link, LinkOutcome Outcome)
{
    /// <summary>The export that is linked now or that stands in the way.</summary>
    public ExportRecord? Export { get; init; }

    /// <summary>Why the row cannot be used.</summary>
    public string? Message { get; init; }
}
