namespace TicketExport.Ledger;

/// <summary>A caller's hold on an export.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="ExportId">The export.</param>
/// <param name="ClaimId">The claim's own value.</param>
/// <param name="FencingToken">Rises with each claim of the export; a write with an older token changes nothing.</param>
/// <param name="AttemptNumber">The attempt that this claim may send or settle.</param>
/// <param name="LeaseUntil">When the hold ends by itself.</param>
public sealed record ExportClaim(
    string AccountId,
    string ExportId,
    string ClaimId,
    long FencingToken,
    int AttemptNumber,
    DateTimeOffset LeaseUntil);
