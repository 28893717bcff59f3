using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using TicketExport.Contract;

namespace TicketExport.Portable.Internal;

internal static class PortableJson
{
    // Letters of every script stay readable; what HTML or a Markdown fence could misread is escaped. The same bytes on every system.
    public static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    // A line break would end the line; the encoder escapes those inside a text.
    public static readonly JsonWriterOptions LineOptions = Options with { Indented = false };

    private static readonly RecordIdConverter IdConverter = new();

    /// <summary>Writes one ticket with its keys, as an object.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="schemaVersion">The version, where the object stands alone.</param>
    public static void WriteEntry(Utf8JsonWriter json, PortableTicket ticket, string? schemaVersion = null)
    {
        json.WriteStartObject();
        if (schemaVersion is not null)
        {
            json.WriteString("schema_version", schemaVersion);
        }

        WriteKeys(json, ticket);
        json.WritePropertyName("ticket_export");
        TicketExportJson.Write(json, ticket.Document);
        json.WriteEndObject();
    }

    private static void WriteKeys(Utf8JsonWriter json, PortableTicket ticket)
    {
        json.WriteString("duplicate_fingerprint", ticket.DuplicateFingerprint.Value);
        json.WriteString("idempotency_key", ticket.IdempotencyKey.Value);
        json.WriteString("export_status", WireWord.Of(ticket.ExportStatus));
        json.WritePropertyName("account");
        JsonSerializer.Serialize(json, ticket.Account, PortableJsonContext.Default.AccountScope);
        WriteId(json, "target_id", ticket.TargetId);
        json.WriteString("retry_at", WireWord.Of(ticket.RetryAt));
    }

    private static void WriteId(Utf8JsonWriter json, string name, string? id)
    {
        if (id is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WritePropertyName(name);
        IdConverter.Write(json, id, PortableJsonContext.Default.Options);
    }
}
