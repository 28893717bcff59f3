using System.Text.Json;

namespace TicketExport.Contract.Internal;

/// <summary>Reads strings that may hold lone surrogate escapes, at which System.Text.Json throws.</summary>
internal static class JsonText
{
    public static bool TryGet(JsonElement json, out string text)
    {
        try
        {
            text = json.GetString() ?? "";
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }

    public static bool IsNamed(JsonProperty property, ReadOnlySpan<byte> name)
    {
        try
        {
            return property.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
