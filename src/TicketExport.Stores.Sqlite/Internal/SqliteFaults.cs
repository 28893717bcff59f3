using Microsoft.Data.Sqlite;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>One sentence for each way in which SQLite refuses: what happened to which file, and what to do.</summary>
internal static class SqliteFaults
{
    private const int Error = 1;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public static TicketExportException Describe(SqliteException exception, string path, TimeSpan busyTimeout)
    {
        const string Setting = SqliteLedgerDefaults.SectionName;
        var sentence = exception.SqliteErrorCode switch
        {
            Busy or Locked => $"has been locked by another writer for {busyTimeout.TotalSeconds:0.#} s; stop the program that holds it or raise {Setting}:BusyTimeout.",
            ReadOnly => "cannot be written; give the process write access to the file and its folder.",
            InputOutput => "cannot be read or written because its disk fails; check the disk and the permissions of the folder.",
            Corrupt => "is damaged; restore it from a backup or recover it with the sqlite3 program before exporting again.",
            Full => "cannot grow because its disk is full; free some space.",
            CannotOpen => $"cannot be opened; check that its folder exists and can be written, or set {Setting}:ConnectionString to another place.",
            NotADatabase => $"is not a SQLite database; set {Setting}:ConnectionString to another file or move this one away.",
            Error when exception.Message.Contains("no such table", StringComparison.Ordinal) =>
                $"has no schema; set {Setting}:SchemaMode to Provision once.",
            _ => $"failed with SQLite error {exception.SqliteErrorCode}; see the inner exception.",
        };
        return new TicketExportException($"The ledger file {path} {sentence}", exception);
    }
}
