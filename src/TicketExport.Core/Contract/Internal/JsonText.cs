using System.Runtime.InteropServices;
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

    public static bool HasReadableName(JsonProperty property)
    {
        if (!JsonMarshal.GetRawUtf8PropertyName(property).Contains((byte)'\\'))
        {
            return true;
        }

        try
        {
            return property.Name.Length >= 0;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
