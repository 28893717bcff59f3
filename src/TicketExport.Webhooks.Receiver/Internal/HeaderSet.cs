using System.Globalization;

namespace TicketExport.Webhooks.Receiver.Internal;

/// <summary>The headers of a request. One that came more than once has its values joined by a comma, which no signed value may hold.</summary>
internal sealed class HeaderSet
{
    private const string ContentLength = "Content-Length";

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public HeaderSet(IEnumerable<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers)
        {
            _values[name] = _values.TryGetValue(name, out var before) ? $"{before},{value}" : value;
        }
    }

    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>What the sender says the body's length is; it may be a lie, so the body is counted all the same.</summary>
    public long? DeclaredLength => long.TryParse(this[ContentLength], NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;
}
