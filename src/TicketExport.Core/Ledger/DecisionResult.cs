namespace TicketExport.Ledger;

/// <summary>What a decision came to.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Export">The export as it stands now, or the other one that stands in the way; <see langword="null"/> when the account has none.</param>
public sealed record DecisionResult(DecisionOutcome Outcome, ExportRecord? Export);
