namespace TicketExport.Ledger;

/// <summary>An export that waits for a worker. A hint: the claim decides who gets it.</summary>
/// <param name="Target">The account and target.</param>
/// <param name="ExportId">The export.</param>
/// <param name="DueAt">Since when it is due.</param>
public sealed record DueExport(TargetKey Target, string ExportId, DateTimeOffset DueAt)
{
    /// <summary>Whether <see cref="ExportId"/> is the id of a comment.</summary>
    internal bool IsComment { get; init; }
}
