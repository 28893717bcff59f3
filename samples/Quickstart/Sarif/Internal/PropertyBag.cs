using System.Globalization;
using System.Text.Json;

namespace TicketExport.Samples.Quickstart.Sarif.Internal;

// A property bag has no schema: a member of another type than the convention says counts as absent.
internal static class PropertyBag
{
    public static string? Text(JsonElement bag, string name) => Member(bag, name) is { } member ? Text(member) : null;

    public static IEnumerable<string> Texts(JsonElement bag, string name) =>
        Member(bag, name) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(Text).OfType<string>()
            : [];

    public static double? Number(JsonElement bag, string name) => Member(bag, name) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetDouble(out var value) => value,
        { ValueKind: JsonValueKind.String } text when double.TryParse(Text(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) => value,
        _ => null,
    };

    private static JsonElement? Member(JsonElement bag, string name) => Readable<JsonElement?>(() =>
        bag.ValueKind == JsonValueKind.Object && bag.TryGetProperty(name, out var member) ? member : null);

    private static string? Text(JsonElement element) =>
        Readable(() => element.ValueKind == JsonValueKind.String ? element.GetString() : null);

    // Half a surrogate pair, in a name or a value, has no text form.
    private static T? Readable<T>(Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }
}
