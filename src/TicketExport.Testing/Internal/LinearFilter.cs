using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

// Whether an object fits a filter of Linear's.
internal static class LinearFilter
{
    public static bool Fits(JsonNode? value, JsonObject? filter) => filter is null || filter.All(rule => rule.Value is null || Fits(value, rule.Key, rule.Value));

    private static bool Fits(JsonNode? value, string name, JsonNode rule) => name switch
    {
        "and" => rule.AsArray().All(part => Fits(value, part!.AsObject())),
        "or" => rule.AsArray().Any(part => Fits(value, part!.AsObject())),
        "null" => value is null == rule.GetValue<bool>(),
        "eq" => JsonNode.DeepEquals(value, rule),
        "neq" => !JsonNode.DeepEquals(value, rule),
        "in" => rule.AsArray().Any(item => JsonNode.DeepEquals(value, item)),
        "nin" => !rule.AsArray().Any(item => JsonNode.DeepEquals(value, item)),
        "eqIgnoreCase" => string.Equals((string?)value, (string?)rule, StringComparison.OrdinalIgnoreCase),
        "contains" => ((string?)value)?.Contains((string)rule!, StringComparison.Ordinal) == true,
        _ => value is JsonObject inner ? Fits(inner[name], rule.AsObject()) : false,
    };
}
