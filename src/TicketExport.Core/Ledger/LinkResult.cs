namespace TicketExport.Ledger;

/// <summary>What a change of a link came to.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Export">The export that was changed or that stands in the way, as it stands now.</param>
public sealed record LinkResult(LinkOutcome Outcome, ExportRecord? Export);
