namespace TicketExport.Decisions;

/// <summary>What a decision on all exports of a target came to.</summary>
/// <param name="Changed">How many exports were changed.</param>
/// <param name="Refused">How many stay as they are, because a claim is at work on them, or another export has their ticket.</param>
public sealed record TargetDecisionResult(int Changed, int Refused);
