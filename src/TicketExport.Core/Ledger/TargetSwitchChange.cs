namespace TicketExport.Ledger;

/// <summary>What a switch of a target comes to, and what the ledger must write in the same transaction.</summary>
/// <param name="Outcome">The outcome, true once the writes are durable.</param>
/// <param name="Write">The row to add, without its number; <see langword="null"/> when none is. One that enables also clears since when the target fails.</param>
public sealed record TargetSwitchChange(TargetSwitchOutcome Outcome, TargetSwitch? Write);
