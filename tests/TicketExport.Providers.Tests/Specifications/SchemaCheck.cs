using System.Globalization;
using System.Text.Json;

namespace TicketExport.Providers.Tests.Specifications;

/// <summary>Checks JSON against the schemas of an OpenAPI 3.0 document, as far as the documents of trackers go.</summary>
/// <remarks>
/// Stricter than the standard in one place: a request must not hold a property that its schema does not name, unless the schema says that it
/// takes others. That is how a misspelt field shows.
/// </remarks>
internal sealed class SchemaCheck(JsonElement root)
{
    private const int MaxDepth = 40;

    public JsonElement Resolve(JsonElement element)
    {
        while (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("$ref", out var reference))
        {
            element = reference.GetString()!.Split('/').Skip(1).Aggregate(root, static (node, name) =>
                node.GetProperty(name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)));
        }

        return element;
    }

    public IReadOnlyList<string> Check(JsonElement value, JsonElement schema, string at, bool isRequest)
    {
        var errors = new List<string>();
        Check(value, schema, new Place(at, isRequest, 0), errors);
        return errors;
    }

    private void Check(JsonElement value, JsonElement written, Place place, List<string> errors)
    {
        var schema = Resolve(written);
        if (place.Depth > MaxDepth)
        {
            errors.Add($"{place.Path} lies too deep.");
            return;
        }

        if (value.ValueKind == JsonValueKind.Undefined)
        {
            errors.Add($"{place.Path} is not JSON.");
            return;
        }

        if (value.ValueKind == JsonValueKind.Null && IsNullable(schema))
        {
            return;
        }

        CheckParts(value, schema, place, errors);
        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)))
        {
            errors.Add($"{place.Path} is not one of the allowed values.");
        }

        if (schema.TryGetProperty("type", out var type))
        {
            CheckType(value, type.GetString()!, schema, place, errors);
        }
    }

    private void CheckParts(JsonElement value, JsonElement schema, Place place, List<string> errors)
    {
        if (schema.TryGetProperty("allOf", out var all))
        {
            foreach (var part in all.EnumerateArray())
            {
                Check(value, part, place with { IsStrict = false }, errors);
            }
        }

        foreach (var name in new[] { "anyOf", "oneOf" })
        {
            if (schema.TryGetProperty(name, out var any) && !any.EnumerateArray().Any(part => Allows(value, part, place)))
            {
                errors.Add($"{place.Path} fits none of the schemas of {name}.");
            }
        }
    }

    private bool Allows(JsonElement value, JsonElement part, Place place)
    {
        var errors = new List<string>();
        Check(value, part, place, errors);
        return errors.Count == 0;
    }

    private bool IsNullable(JsonElement schema) =>
        (schema.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean())
        || (!schema.TryGetProperty("type", out _) && !schema.TryGetProperty("allOf", out _) && !schema.TryGetProperty("anyOf", out _) && !schema.TryGetProperty("oneOf", out _))
        || (schema.TryGetProperty("anyOf", out var any) && any.EnumerateArray().Any(part => IsNullable(Resolve(part))));

    private void CheckType(JsonElement value, string type, JsonElement schema, Place place, List<string> errors)
    {
        var fits = (type, value.ValueKind) switch
        {
            ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) => true,
            ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
            _ => false,
        };
        if (!fits)
        {
            errors.Add($"{place.Path} is {value.ValueKind} and should be {type}.");
            return;
        }

        switch (type)
        {
            case "object":
                CheckObject(value, schema, place, errors);
                break;
            case "array" when schema.TryGetProperty("items", out var items):
                foreach (var (item, index) in value.EnumerateArray().Select(static (item, index) => (item, index)))
                {
                    Check(item, items, place.Below($"[{index}]"), errors);
                }

                break;
            case "string":
                CheckString(value.GetString()!, schema, place, errors);
                break;
            default:
                CheckRange(value, schema, place, errors);
                break;
        }
    }

    private void CheckObject(JsonElement value, JsonElement schema, Place place, List<string> errors)
    {
        var properties = schema.TryGetProperty("properties", out var named) ? named : default;
        if (schema.TryGetProperty("required", out var required))
        {
            errors.AddRange(required.EnumerateArray()
                .Select(static name => name.GetString()!)
                .Where(name => !value.TryGetProperty(name, out _) && !IsTheOthers(properties, name, place.IsRequest))
                .Select(name => $"{place.Path} lacks '{name}'."));
        }

        foreach (var property in value.EnumerateObject())
        {
            var below = place.Below($".{property.Name}");
            if (properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(property.Name, out var schemaOf))
            {
                Check(property.Value, schemaOf, below, errors);
            }
            else if (schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object)
            {
                Check(property.Value, others, below, errors);
            }
            else if (others.ValueKind == JsonValueKind.False || (others.ValueKind == JsonValueKind.Undefined && place is { IsRequest: true, IsStrict: true } && properties.ValueKind == JsonValueKind.Object))
            {
                errors.Add($"{below.Path} is not in the document.");
            }
        }
    }

    // A property that only the other side writes.
    private bool IsTheOthers(JsonElement properties, string name, bool isRequest) =>
        properties.ValueKind == JsonValueKind.Object
        && properties.TryGetProperty(name, out var property)
        && Resolve(property).TryGetProperty(isRequest ? "readOnly" : "writeOnly", out var only)
        && only.GetBoolean();

    private static void CheckString(string text, JsonElement schema, Place place, List<string> errors)
    {
        if (schema.TryGetProperty("maxLength", out var max) && text.Length > max.GetInt32())
        {
            errors.Add($"{place.Path} is longer than {max}.");
        }

        if (schema.TryGetProperty("minLength", out var min) && text.Length < min.GetInt32())
        {
            errors.Add($"{place.Path} is shorter than {min}.");
        }

        var fits = (schema.TryGetProperty("format", out var format) ? format.GetString() : null) switch
        {
            "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
            "uri" or "url" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
            _ => true,
        };
        if (!fits)
        {
            errors.Add($"{place.Path} is no {format}.");
        }
    }

    private static void CheckRange(JsonElement value, JsonElement schema, Place place, List<string> errors)
    {
        if ((schema.TryGetProperty("maximum", out var max) && value.GetDouble() > max.GetDouble())
            || (schema.TryGetProperty("minimum", out var min) && value.GetDouble() < min.GetDouble()))
        {
            errors.Add($"{place.Path} is out of range.");
        }
    }

    private readonly record struct Place(string Path, bool IsRequest, int Depth, bool IsStrict = true)
    {
        public Place Below(string name) => new(Path + name, IsRequest, Depth + 1);
    }
}
