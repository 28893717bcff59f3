using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TicketExport.Contract;

/// <summary>Reads an id from a JSON string or integer and writes a canonical signed 64-bit integer as a number, all else as a string.</summary>
public sealed class RecordIdConverter : JsonConverter<string>
{
    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadId(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => WriteId(writer, value);

    internal static string? ReadId(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number when reader.TryGetInt64(out var number) => ToId(number),
        _ => throw new JsonException("An id is a string or an integer."),
    };

    internal static void WriteId(Utf8JsonWriter writer, string value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (IsCanonicalInteger(value, out var number))
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }

    internal static string ToId(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsCanonicalInteger(string value, out long number) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
        && string.Equals(ToId(number), value, StringComparison.Ordinal);
}
