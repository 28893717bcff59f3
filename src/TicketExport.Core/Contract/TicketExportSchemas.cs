namespace TicketExport.Contract;

/// <summary>The published JSON Schemas (draft 7) of the contract, as embedded in this package.</summary>
public static class TicketExportSchemas
{
    /// <summary>The <c>$id</c> of the document's schema. A name, not an address: nothing is fetched.</summary>
    public const string DocumentId = "urn:ticket-export:ticket-export.v1";

    /// <summary>The <c>$id</c> of the envelope's schema. A name, not an address: nothing is fetched.</summary>
    public const string EnvelopeId = "urn:ticket-export:ticket-export.webhook.v1";

    private const string DocumentResource = "ticket-export.v1.schema.json";
    private const string EnvelopeResource = "ticket-export.webhook.v1.schema.json";

    /// <summary>Opens the schema of <c>ticket-export.v1</c> as UTF-8. The caller disposes the stream.</summary>
    public static Stream OpenDocument() => Open(DocumentResource);

    /// <summary>Opens the schema of <c>ticket-export.webhook.v1</c> as UTF-8; it refers to no other file. The caller disposes the stream.</summary>
    public static Stream OpenEnvelope() => Open(EnvelopeResource);

    private static Stream Open(string name) =>
        typeof(TicketExportSchemas).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The assembly lacks the embedded schema '{name}'. Use the assembly of the published package.");
}
