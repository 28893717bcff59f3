using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TicketExport.Rendering;

/// <summary>Writes a body in the Atlassian Document Format, version 1, as Jira Cloud takes it for descriptions and comments.</summary>
/// <remarks>
/// Text of a node is never read as markup: a mention, a smart link, an emoji or a macro is a node of its own, and no text becomes one.
/// Only <see cref="Inline.Link"/> with an absolute <c>https</c> or <c>http</c> address without credentials becomes a link. A limit is
/// counted on the JSON text, which is never shorter than what Jira counts. Stateless; safe on any thread.
/// </remarks>
public static class AdfRenderer
{
    /// <summary>The value of <see cref="RenderResult.Format"/>.</summary>
    public const string Format = "adf";

    // The JSON goes into a request and never into a page. Escaping more than JSON asks for would count for the limit.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Renders a body as the text of one JSON object without line breaks.</summary>
    /// <param name="body">The body. A section whose heading is empty has none.</param>
    /// <param name="options">Limit, note and marker.</param>
    /// <exception cref="ArgumentException">The marker is a comment, which this format does not have; or the limit is too small for the marker.</exception>
    public static RenderResult Render(TicketBody body, RenderOptions options)
    {
        MarkerRules.RequireLine(options, Format);
        return BodyFit.Render(Format, body, options, Write);
    }

    /// <summary>Writes a body as one JSON value, such as that of the property <c>description</c>.</summary>
    /// <param name="writer">The writer, standing where a value belongs.</param>
    /// <param name="body">The body.</param>
    /// <param name="options">Limit, note and marker.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Render"/>.</exception>
    public static RenderResult Write(Utf8JsonWriter writer, TicketBody body, RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var result = Render(body, options);
        writer.WriteRawValue(result.Text, skipInputValidation: true);
        return result;
    }

    private static string Write(BodyDraft draft)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(output, WriterOptions))
        {
            new AdfWriter(writer).Write(draft);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
