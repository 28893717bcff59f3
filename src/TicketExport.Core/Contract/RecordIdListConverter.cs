using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TicketExport.Contract;

/// <summary>A list of ids, each read and written as <see cref="RecordIdConverter"/> does.</summary>
public sealed class RecordIdListConverter : JsonConverter<ImmutableArray<string>>
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A list of ids is an array.");
        }

        var ids = ImmutableArray.CreateBuilder<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            ids.Add(RecordIdConverter.ReadId(ref reader) ?? throw new JsonException("An id in a list is never null."));
        }

        return ids.DrainToImmutable();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ImmutableArray<string> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartArray();
        foreach (var id in value)
        {
            RecordIdConverter.WriteId(writer, id);
        }

        writer.WriteEndArray();
    }
}
