namespace TicketExport.Stores.Sqlite.Internal;

internal sealed record StoredViolation(string Path, string Rule, string Message);
