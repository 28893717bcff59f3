using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TicketExport.Http.GraphQl;

/// <summary>Writes the body of a GraphQL request.</summary>
/// <remarks>Values go into variables, never into the document: a document is a constant of the adapter.</remarks>
public static class GraphQlRequest
{
    /// <summary>Writes a request.</summary>
    /// <param name="document">The document, with exactly one operation.</param>
    /// <param name="variables">The operation's variables.</param>
    /// <param name="type">Their source-generated type information; leave nulls out there, as a null clears a field.</param>
    public static ReadOnlyMemory<byte> Write<TVariables>(string document, TVariables variables, JsonTypeInfo<TVariables> type)
    {
        ArgumentException.ThrowIfNullOrEmpty(document);
        ArgumentNullException.ThrowIfNull(type);
        var body = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteString("query", document);
            writer.WritePropertyName("variables");
            JsonSerializer.Serialize(writer, variables, type);
            writer.WriteEndObject();
        }

        return body.WrittenMemory;
    }
}
