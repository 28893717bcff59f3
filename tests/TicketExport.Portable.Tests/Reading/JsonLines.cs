using System.Text.Json;

namespace TicketExport.Portable.Reading;

internal static class JsonLines
{
    /// <summary>JSON without white space around its members.</summary>
    public static string Of(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement);
    }
}
