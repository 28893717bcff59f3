using System.Text.Json;

namespace TicketExport.Portable.Reading;

/// <summary>Watches the members of an object for those of the envelope <c>portable-export.v1</c>: its version and its list.</summary>
internal sealed class JsonEnvelope
{
    private bool? _isOurVersion;
    private bool _isVersion;
    private bool _isList;

    public void Clear() => (_isOurVersion, _isVersion, _isList) = (null, false, false);

    /// <summary>Takes a token of the object's own members.</summary>
    /// <returns>Whether the list of tickets begins with it.</returns>
    public bool IsListStart(ref Utf8JsonReader reader, long line)
    {
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            _isVersion = reader.ValueTextEquals("schema_version"u8);
            _isList = reader.ValueTextEquals("tickets"u8);
            return false;
        }

        if (_isVersion)
        {
            _isOurVersion = reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(PortableExportContract.Version);
        }

        var isStart = _isList && reader.TokenType == JsonTokenType.StartArray;
        (_isVersion, _isList) = (false, false);
        return isStart && _isOurVersion == false ? throw new UnreadableFileException(FileProblems.Version("$.schema_version"), line) : isStart;
    }

    /// <summary>The version may stand behind the list.</summary>
    public void ThrowIfNotOurs(long line)
    {
        if (_isOurVersion != true)
        {
            throw new UnreadableFileException(FileProblems.Version("$.schema_version"), line);
        }
    }
}
