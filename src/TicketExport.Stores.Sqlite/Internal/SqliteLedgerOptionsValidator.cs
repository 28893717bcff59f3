using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

internal sealed class SqliteLedgerOptionsValidator : IValidateOptions<SqliteLedgerOptions>
{
    private const string Section = SqliteLedgerDefaults.SectionName;
    private const string Example = "such as \"Data Source=data/tickets.db\"";

    public ValidateOptionsResult Validate(string? name, SqliteLedgerOptions options)
    {
        var failures = new List<string>();
        if (ConnectionFailure(options.ConnectionString) is { } failure)
        {
            failures.Add($"{Section}:ConnectionString {failure}");
        }

        if (!Enum.IsDefined(options.SchemaMode) || options.SchemaMode == SchemaMode.Unknown)
        {
            failures.Add($"{Section}:SchemaMode is not known; set it to Provision, Validate or Ignore.");
        }

        if (options.BusyTimeout < TimeSpan.FromSeconds(1) || options.BusyTimeout > TimeSpan.FromMinutes(5))
        {
            failures.Add($"{Section}:BusyTimeout is {options.BusyTimeout}; set it to between 00:00:01 and 00:05:00.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static string? ConnectionFailure(string connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            return $"is empty; set it to the ledger's file, {Example}.";
        }

        try
        {
            return FileFailure(new SqliteConnectionStringBuilder(connectionString));
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            // The parser's own message may quote the string, which may hold a password.
            return $"is not a connection string of SQLite; write it as keyword=value pairs, {Example}.";
        }
    }

    private static string? FileFailure(SqliteConnectionStringBuilder parsed)
    {
        if (parsed.DataSource.Length == 0)
        {
            return $"names no file; add Data Source, {Example}.";
        }

        if (parsed.Mode == SqliteOpenMode.Memory || parsed.DataSource.Equals(":memory:", StringComparison.OrdinalIgnoreCase))
        {
            return "names a database in memory, which forgets its tickets; name a file, or leave out UseSqlite for the in-memory ledger.";
        }

        if (parsed.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            return $"names a URI; give Data Source as a plain path, {Example}.";
        }

        if (parsed.Mode == SqliteOpenMode.ReadOnly)
        {
            return "asks for Mode=ReadOnly, and a ledger must write; remove Mode.";
        }

        return parsed.Cache == SqliteCacheMode.Shared ? "asks for Cache=Shared, which defeats the write-ahead log; remove Cache." : null;
    }
}
