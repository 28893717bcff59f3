namespace TicketExport.Portable;

/// <summary>The published JSON Schema (draft 7) of portable files, as embedded in this package.</summary>
public static class PortableExportSchemas
{
    /// <summary>The <c>$id</c> of the schema. A name, not an address: nothing is fetched.</summary>
    public const string ExportId = "urn:ticket-export:portable-export.v1";

    private const string ExportResource = "portable-export.v1.schema.json";

    /// <summary>
    /// Opens the schema of <c>portable-export.v1</c> as UTF-8; it refers to no other file. A JSON file validates against it, and so does each
    /// line of JSON Lines and the block of each ticket in Markdown. The caller disposes the stream.
    /// </summary>
    public static Stream OpenExport() =>
        typeof(PortableExportSchemas).Assembly.GetManifestResourceStream(ExportResource)
        ?? throw new InvalidOperationException($"The assembly lacks the embedded schema '{ExportResource}'. Use the assembly of the published package.");
}
