using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>The embedded steps of the schema, in order.</summary>
internal static class SqliteSchemaScripts
{
    private static readonly ImmutableArray<string> Names = ["0001_exports.sql", "0002_engine.sql", "0003_decisions.sql", "0004_sync.sql", "0005_targets.sql", "0006_reviews.sql", "0007_disabled.sql", "0008_portable.sql", "0009_comments.sql", "0010_inbound.sql", "0011_notifications.sql"];

    public static ImmutableArray<SqliteSchemaScript> All { get; } = [.. Names.Select(Load)];

    private static SqliteSchemaScript Load(string name)
    {
        using var stream = typeof(SqliteSchemaScripts).Assembly.GetManifestResourceStream($"Schema/{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new SqliteSchemaScript(
            int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture),
            sql,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
    }
}
