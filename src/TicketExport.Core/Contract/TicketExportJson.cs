using System.Text.Json;

namespace TicketExport.Contract;

/// <summary>Reads and writes the contract's JSON.</summary>
public static class TicketExportJson
{
    /// <summary>Writes a document as UTF-8 JSON.</summary>
    public static byte[] ToUtf8Bytes(TicketExportDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return JsonSerializer.SerializeToUtf8Bytes(document, ContractJsonContext.Default.TicketExportDocument);
    }

    /// <summary>Writes an envelope as UTF-8 JSON.</summary>
    public static byte[] ToUtf8Bytes(WebhookEnvelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        return JsonSerializer.SerializeToUtf8Bytes(envelope, ContractJsonContext.Default.WebhookEnvelope);
    }
}
