namespace TicketExport.Ledger;

/// <summary>What the end of a claim changes at its target, to be written in the same transaction.</summary>
/// <param name="FailingSince">Since when the target fails; <see langword="null"/> when it does not.</param>
/// <param name="Write">The row to add, without its number; <see langword="null"/> when none is.</param>
public sealed record TargetReportChange(DateTimeOffset? FailingSince, TargetSwitch? Write);
