using TicketExport.Ledger;

namespace TicketExport.Pipeline;

/// <summary>An export under a claim.</summary>
/// <param name="Export">What was asked for.</param>
/// <param name="Record">The export as the claim found or made it.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Attempt">What the ledger knows of the claim's attempt.</param>
internal sealed record ClaimedExport(PreparedExport Export, ExportRecord Record, ExportClaim Claim, AttemptState Attempt);
