using System.Buffers;
using System.Text.Json;
using TicketExport.Contract.Internal;
using TicketExport.Signing;

namespace TicketExport.Contract;

/// <summary>Reads and writes the contract's JSON.</summary>
/// <remarks>
/// <para>
/// Reading never throws for what the bytes hold. It names every broken field at once, ignores members that the contract does
/// not know, and takes a missing nullable member for null.
/// </para>
/// <para>
/// Writing gives the members in the contract's order, nulls included, without white space and in ASCII only: other characters
/// become <c>\u</c> escapes, because some receivers do not keep the bytes of a body that is not ASCII, and the signature covers the
/// bytes. It checks nothing: run <see cref="TicketExportDocumentValidator"/> first. What it writes for an invalid value is not specified.
/// </para>
/// <para>All members are safe to call from several threads.</para>
/// </remarks>
public static class TicketExportJson
{
    /// <summary>Reads a document from UTF-8 JSON.</summary>
    public static ContractReadResult<TicketExportDocument> ReadDocument(ReadOnlySpan<byte> utf8Json) =>
        ContractReader.Read(utf8Json, DocumentRules.Document, ContractJsonContext.Default.TicketExportDocument);

    /// <summary>Reads a document from a stream of UTF-8 JSON, to its end or until it is too big.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static async Task<ContractReadResult<TicketExportDocument>> ReadDocumentAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var utf8Json = await BoundedStream.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
        return ReadDocument(utf8Json.Span);
    }

    /// <summary>Reads an envelope from UTF-8 JSON.</summary>
    public static ContractReadResult<WebhookEnvelope> ReadEnvelope(ReadOnlySpan<byte> utf8Json) =>
        ContractReader.Read(utf8Json, EnvelopeRules.Envelope, ContractJsonContext.Default.WebhookEnvelope);

    /// <summary>Reads an envelope from a stream of UTF-8 JSON, to its end or until it is too big.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static async Task<ContractReadResult<WebhookEnvelope>> ReadEnvelopeAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var utf8Json = await BoundedStream.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
        return ReadEnvelope(utf8Json.Span);
    }

    /// <summary>Reads a ticket-sync event from UTF-8 JSON, canonical or not.</summary>
    public static ContractReadResult<TicketSyncMessage> ReadTicketSync(ReadOnlySpan<byte> utf8Json) =>
        ContractReader.Read(utf8Json, TicketSyncRules.Message, ContractJsonContext.Default.TicketSyncMessage);

    /// <summary>Writes a ticket-sync event in its canonical form, <see cref="CanonicalJson"/>: the same event always has the same bytes.</summary>
    /// <remarks>Members without a value are written as null, and characters outside ASCII as they are.</remarks>
    public static byte[] ToCanonicalUtf8Bytes(TicketSyncMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return CanonicalJson.ToUtf8Bytes(JsonSerializer.SerializeToUtf8Bytes(message, ContractJsonContext.Default.TicketSyncMessage));
    }

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

    /// <summary>
    /// Writes a document as a value into JSON that the caller writes: its writer says whether the text is indented and what is escaped. The writer
    /// is flushed with it, so let it write into memory where nothing may block.
    /// </summary>
    public static void Write(Utf8JsonWriter writer, TicketExportDocument document)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(document);
        JsonSerializer.Serialize(writer, document, ContractJsonContext.Default.TicketExportDocument);
    }

    /// <summary>Writes a document as UTF-8 JSON into a buffer that the caller owns.</summary>
    public static void Write(IBufferWriter<byte> buffer, TicketExportDocument document)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ArgumentNullException.ThrowIfNull(document);
        using var writer = new Utf8JsonWriter(buffer);
        JsonSerializer.Serialize(writer, document, ContractJsonContext.Default.TicketExportDocument);
    }

    /// <summary>Writes an envelope as UTF-8 JSON into a buffer that the caller owns.</summary>
    public static void Write(IBufferWriter<byte> buffer, WebhookEnvelope envelope)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ArgumentNullException.ThrowIfNull(envelope);
        using var writer = new Utf8JsonWriter(buffer);
        JsonSerializer.Serialize(writer, envelope, ContractJsonContext.Default.WebhookEnvelope);
    }
}
