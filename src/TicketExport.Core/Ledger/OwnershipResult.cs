namespace TicketExport.Ledger;

/// <summary>The answer to a change of an ownership.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Record">The newest row of the target; <see langword="null"/> when it has none.</param>
public sealed record OwnershipResult(OwnershipOutcome Outcome, OwnershipRecord? Record);
