namespace TicketExport.Ledger;

/// <summary>The place of a stored document among all; compared by the ordinal order of account, then export.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="ExportId">The export.</param>
public sealed record DocumentPlace(string AccountId, string ExportId);
