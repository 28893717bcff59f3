namespace TicketExport.Ledger;

/// <summary>What a change of an ownership comes to, and the row that the ledger must add.</summary>
/// <param name="Outcome">The outcome, true once the row is durable.</param>
/// <param name="Write">The row without its number; <see langword="null"/> when nothing is written.</param>
public sealed record OwnershipChange(OwnershipOutcome Outcome, OwnershipRecord? Write);
