using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>The embedded steps of the schema, in order.</summary>
internal static class SqliteSchemaScripts
{
    private const string Folder = "Schema/";

    public static ImmutableArray<SqliteSchemaScript> All { get; } =
        [.. Resources.Where(static name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Load)];

    private static string[] Resources => typeof(SqliteSchemaScripts).Assembly.GetManifestResourceNames();

    private static SqliteSchemaScript Load(string name)
    {
        using var stream = typeof(SqliteSchemaScripts).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new SqliteSchemaScript(
            int.Parse(name.AsSpan(Folder.Length, 4), CultureInfo.InvariantCulture),
            sql,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
    }
}
