using System.Collections.Immutable;
using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>Brings the schema of one file to the version of this package, or checks that it is there.</summary>
internal sealed class SqliteSchema(string path, ImmutableArray<SqliteSchemaScript> scripts)
{
    private const string CreateTable = """
        CREATE TABLE IF NOT EXISTS ticket_export_schema (
            version    INTEGER NOT NULL PRIMARY KEY,
            applied_at INTEGER NOT NULL,
            checksum   TEXT    NOT NULL
        ) STRICT
        """;

    public void Ensure(SqliteSession session, SchemaMode mode, DateTimeOffset now)
    {
        if (mode == SchemaMode.Ignore || CountApplied(session) == scripts.Length)
        {
            return;
        }

        if (mode == SchemaMode.Validate)
        {
            throw new TicketExportException(
                $"The ledger file {path} has not the schema version {scripts[^1].Version} that this package needs; set {SqliteLedgerDefaults.SectionName}:SchemaMode to Provision once.");
        }

        session.InTransaction(locked => Apply(locked, now));
    }

    // Read again under the write lock: another process may have applied the same steps meanwhile.
    private bool Apply(SqliteSession session, DateTimeOffset now)
    {
        session.Prepare(CreateTable).Execute();
        foreach (var script in scripts.Skip(CountApplied(session)))
        {
            session.Prepare(script.Sql).Execute();
            session.Prepare("INSERT INTO ticket_export_schema (version, applied_at, checksum) VALUES ($version, $applied, $checksum)")
                .Set("$version", script.Version)
                .Set("$applied", now)
                .Set("$checksum", script.Checksum)
                .Execute();
        }

        return true;
    }

    private int CountApplied(SqliteSession session)
    {
        var applied = ReadApplied(session);
        if (applied.Count > scripts.Length)
        {
            throw new TicketExportException(
                $"The ledger file {path} has schema version {applied[^1].Version} and this package knows {scripts[^1].Version}; update TicketExport.Stores.Sqlite.");
        }

        foreach (var (step, script) in applied.Zip(scripts))
        {
            if (step != (script.Version, script.Checksum))
            {
                throw new TicketExportException(
                    $"Step {step.Version} of the schema in the ledger file {path} is not the one of this package; restore the file or use the package that made it.");
            }
        }

        return applied.Count;
    }

    private static List<(int Version, string Checksum)> ReadApplied(SqliteSession session)
    {
        var applied = new List<(int, string)>();
        var exists = session.Prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'ticket_export_schema'")
            .QueryFirst(_ => true);
        if (exists)
        {
            session.Prepare("SELECT version, checksum FROM ticket_export_schema ORDER BY version")
                .QueryAll(reader => applied.Add((reader.GetInt32(0), reader.GetString(1))));
        }

        return applied;
    }
}
