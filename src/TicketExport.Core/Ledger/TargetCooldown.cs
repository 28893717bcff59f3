namespace TicketExport.Ledger;

/// <summary>A target to which nothing is sent for now, because its tracker asked all requests to wait.</summary>
/// <param name="Target">The account and target.</param>
/// <param name="PausedUntil">When sending begins again.</param>
public sealed record TargetCooldown(TargetKey Target, DateTimeOffset PausedUntil);
