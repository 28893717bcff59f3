namespace TicketExport.Ledger;

/// <summary>Who changes something, and why; written beside the change for ever.</summary>
/// <param name="Actor">The host's id of the person or program. 1 to 256 characters.</param>
/// <param name="Reason">One sentence, without secrets. 1 to 1,000 characters.</param>
public sealed record AuditStamp(string Actor, string Reason)
{
    internal const int MaxActor = 256;
    internal const int MaxReason = 1_000;
}
