using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace TicketExport.Contract;

/// <summary>Writes an instant as RFC 3339 in UTC with <c>Z</c> and no more fraction digits than needed; reads any RFC 3339 offset.</summary>
/// <remarks>A time without an offset is refused: it would mean something else on each machine.</remarks>
public sealed partial class TimestampConverter : JsonConverter<DateTimeOffset>
{
    internal const string Requirement = "Is not a time. Give RFC 3339 with seconds, at most 7 fraction digits and an offset, such as 2026-01-31T09:30:00Z.";

    private const string WriteFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
    private const string ReadFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString()!, out var instant)
            ? instant
            : throw new JsonException(Requirement);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.UtcDateTime.ToString(WriteFormat, CultureInfo.InvariantCulture));
    }

    internal static bool TryParse(string text, out DateTimeOffset instant)
    {
        instant = default;
        return Rfc3339().IsMatch(text)
            && DateTimeOffset.TryParseExact(text, ReadFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
    }

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?(Z|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rfc3339();
}
