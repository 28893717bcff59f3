using System.Buffers;
using System.Text.Json;

namespace TicketExport.Signing;

/// <summary>
/// One spelling for one JSON value: compact, members sorted by UTF-16 code units, strings escaped as RFC 8785 says, numbers as
/// 64-bit integers.
/// </summary>
/// <remarks>
/// Thread-safe. The output is that of RFC 8785 for values without fractions whose integers stay within 2^53; larger integers keep
/// all their digits here. The nesting limit is 32.
/// </remarks>
public static class CanonicalJson
{
    internal const int MaximumDepth = 32;

    /// <summary>Rewrites JSON text into its canonical form.</summary>
    /// <param name="utf8Json">One JSON value in UTF-8, without a byte order mark or comments.</param>
    /// <exception cref="JsonException">
    /// The text is no JSON, is nested deeper than 32, or holds a duplicate member, a lone surrogate, invalid UTF-8 or a number that is
    /// no signed 64-bit integer. The message names the JSON path.
    /// </exception>
    public static byte[] ToUtf8Bytes(ReadOnlySpan<byte> utf8Json)
    {
        // One level more than allowed: the writer refuses it and knows the path.
        var reader = new Utf8JsonReader(utf8Json, new JsonReaderOptions { MaxDepth = MaximumDepth + 1 });
        using var document = JsonDocument.ParseValue(ref reader);
        while (reader.Read())
        {
            // The reader itself refuses anything but white space after the value.
        }

        var output = new ArrayBufferWriter<byte>(Math.Max(utf8Json.Length, 16));
        Write(output, document.RootElement);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Writes a JSON value in its canonical form.</summary>
    /// <exception cref="JsonException">
    /// The value is nested deeper than 32, or holds a duplicate member, a lone surrogate, invalid UTF-8 or a number that is no signed
    /// 64-bit integer. The message names the JSON path; what was written before stays in <paramref name="output"/>.
    /// </exception>
    public static void Write(IBufferWriter<byte> output, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(output);
        new CanonicalJsonWriter(output).Write(value);
    }
}
