namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>One step of the schema. Published steps never change; a new version is a new step.</summary>
internal sealed record SqliteSchemaScript(int Version, string Sql, string Checksum);
