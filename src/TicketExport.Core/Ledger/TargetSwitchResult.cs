namespace TicketExport.Ledger;

/// <summary>The answer to a switch of a target.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="State">How the target stands now; <see langword="null"/> when the account has none.</param>
public sealed record TargetSwitchResult(TargetSwitchOutcome Outcome, TargetState? State);
