namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>Has no setting: options that are validated when a host starts, and read by nobody else.</summary>
internal sealed class SqliteStart;
