using System.Text.Json;

namespace TicketExport.Samples.Quickstart.Sarif.Internal;

// Read before the rest, so that a file of another version is told apart from a broken one.
internal readonly record struct SarifEnvelope(string? Version, bool HasRuns)
{
    private const int VersionLength = 32;

    public static SarifEnvelope Read(ReadOnlySpan<byte> json, int maxDepth)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            reader.Read();
            return default;
        }

        string? version = null;
        var hasRuns = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isVersion = !reader.ValueIsEscaped && reader.ValueTextEquals("version"u8);
            var isRuns = !reader.ValueIsEscaped && reader.ValueTextEquals("runs"u8);
            reader.Read();
            if (isVersion)
            {
                version = Describe(ref reader);
            }
            else if (isRuns)
            {
                hasRuns = reader.TokenType == JsonTokenType.StartArray;
            }

            reader.Skip();
        }

        // One more read reports what stands behind the closing brace.
        reader.Read();
        return new(version, hasRuns);
    }

    private static string? Describe(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String when reader.ValueSpan.Length <= VersionLength && !reader.ValueIsEscaped =>
            ContractText.Line(reader.GetString(), VersionLength),
        JsonTokenType.Number when reader.ValueSpan.Length <= VersionLength => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
        _ => "of an unreadable form",
    };
}
