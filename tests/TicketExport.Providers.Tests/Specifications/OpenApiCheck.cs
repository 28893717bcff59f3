using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using TicketExport.Testing;

namespace TicketExport.Providers.Tests.Specifications;

/// <summary>Holds exchanges with a fake tracker against the tracker's published OpenAPI 3.0 document: path, method, parameters, bodies.</summary>
internal sealed class OpenApiCheck
{
    private static readonly ConcurrentDictionary<string, OpenApiCheck> Loaded = new(StringComparer.Ordinal);

    private readonly JsonElement _root;
    private readonly SchemaCheck _schemas;

    private OpenApiCheck(JsonElement root) => (_root, _schemas) = (root, new SchemaCheck(root));

    /// <param name="file">The file below the folder of <see cref="SpecsFolder"/>, such as <c>github/api.github.com.issues-trimmed.json</c>.</param>
    public static OpenApiCheck Load(string file) =>
        Loaded.GetOrAdd(file, static file => Parse(File.ReadAllText(SpecsFolder.Find(file))));

    public static OpenApiCheck Parse(string json) => new(JsonDocument.Parse(json).RootElement);

    /// <summary>Names everything in which a request, and its answer if there is one, differ from the document.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="basePath">What stands before the document's paths, such as <c>/api/v3</c>.</param>
    public IReadOnlyList<string> Check(FakeExchange exchange, string basePath = "")
    {
        var (request, errors) = (exchange.Request, new List<string>());
        var at = $"{request.Method} {request.Path}";
        if (!request.Path.StartsWith(basePath, StringComparison.Ordinal) || FindPath(request.Path[basePath.Length..]) is not { } path)
        {
            return [$"{at}: the document has no such path."];
        }

        if (!path.Value.TryGetProperty(request.Method.ToLowerInvariant(), out var operation))
        {
            return [$"{at}: the document has no such method for {path.Name}."];
        }

        CheckQuery(request, path.Value, operation, errors);
        CheckBody(request, operation, errors);
        if (exchange.Reply is { } reply)
        {
            CheckReply(reply, operation, errors);
        }

        return [.. errors.Select(error => $"{at}: {error}")];
    }

    // Of several templates that fit, the one with the fewest holes: /issue/createmeta before /issue/{issueIdOrKey}.
    private JsonProperty? FindPath(string path)
    {
        var segments = path.Split('/');
        return _root.GetProperty("paths").EnumerateObject()
            .Where(template => Fits(template.Name.Split('/'), segments))
            .OrderBy(static template => template.Name.Count(static character => character == '{'))
            .Select(static template => (JsonProperty?)template)
            .FirstOrDefault();
    }

    private static bool Fits(string[] template, string[] segments) => template.Length == segments.Length
        && template.Zip(segments).All(static pair => (pair.First.StartsWith('{') && pair.Second.Length > 0) || pair.First == pair.Second);

    private void CheckQuery(FakeHttpRequest request, JsonElement path, JsonElement operation, List<string> errors)
    {
        var known = ParametersOf(path).Concat(ParametersOf(operation)).Where(static parameter => parameter.GetProperty("in").ValueEquals("query"))
            .DistinctBy(static parameter => parameter.GetProperty("name").GetString())
            .ToDictionary(static parameter => parameter.GetProperty("name").GetString()!, StringComparer.Ordinal);
        foreach (var (name, value) in request.Query)
        {
            if (!known.TryGetValue(name, out var parameter))
            {
                errors.Add($"the query's '{name}' is not in the document.");
            }
            else if (parameter.TryGetProperty("schema", out var schema))
            {
                errors.AddRange(_schemas.Check(ValueOf(value, _schemas.Resolve(schema)), schema, $"query.{name}", isRequest: true));
            }
        }

        errors.AddRange(known.Values
            .Where(parameter => parameter.TryGetProperty("required", out var required) && required.GetBoolean() && !request.Query.ContainsKey(parameter.GetProperty("name").GetString()!))
            .Select(static parameter => $"the query lacks '{parameter.GetProperty("name").GetString()}'."));
    }

    private void CheckBody(FakeHttpRequest request, JsonElement operation, List<string> errors)
    {
        if (!operation.TryGetProperty("requestBody", out var described))
        {
            // Our base sends {} where an API wants nothing, because the platform repeats a request without content.
            if (request.Body.Length > 0 && !request.Body.Span.SequenceEqual("{}"u8))
            {
                errors.Add("the document knows no request body.");
            }

            return;
        }

        described = _schemas.Resolve(described);
        if (request.Body.Length == 0)
        {
            if (described.TryGetProperty("required", out var required) && required.GetBoolean())
            {
                errors.Add("the request body is missing.");
            }
        }
        else if (SchemaOf(described) is { } schema)
        {
            errors.AddRange(_schemas.Check(request.ReadJson(), schema, "request", isRequest: true));
        }
    }

    private void CheckReply(FakeHttpReply reply, JsonElement operation, List<string> errors)
    {
        var responses = operation.GetProperty("responses");
        if (!responses.TryGetProperty(reply.Status.ToString(CultureInfo.InvariantCulture), out var described) && !responses.TryGetProperty("default", out described))
        {
            // Vendors leave out errors that every call can meet, such as 401 and 429; they never leave out a success.
            if (reply.Status < 400)
            {
                errors.Add($"the document knows no answer {reply.Status}.");
            }

            return;
        }

        if (SchemaOf(_schemas.Resolve(described)) is not { } schema)
        {
            return;
        }

        if (reply.Body.IsEmpty)
        {
            // HTTP allows no body with a 204; Atlassian's document describes an empty one all the same.
            if (reply.Status != 204)
            {
                errors.Add($"the answer {reply.Status} lacks its body.");
            }

            return;
        }

        errors.AddRange(_schemas.Check(JsonDocument.Parse(reply.Body).RootElement, schema, $"answer {reply.Status}", isRequest: false));
    }

    private IEnumerable<JsonElement> ParametersOf(JsonElement element) =>
        element.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().Select(_schemas.Resolve) : [];

    private static JsonElement? SchemaOf(JsonElement described) =>
        described.TryGetProperty("content", out var content)
        && content.EnumerateObject().FirstOrDefault(static type => type.Name.Contains("json", StringComparison.Ordinal)) is { Value.ValueKind: JsonValueKind.Object } json
        && json.Value.TryGetProperty("schema", out var schema)
            ? schema
            : null;

    // A query holds text; numbers and booleans are read as such where the schema wants one.
    private static JsonElement ValueOf(string text, JsonElement schema)
    {
        var type = schema.TryGetProperty("type", out var named) ? named.GetString() : "string";
        var isLiteral = type switch
        {
            "integer" or "number" => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
            "boolean" => text is "true" or "false",
            _ => false,
        };
        return type == "array"
            ? JsonSerializer.SerializeToElement(text.Split(','))
            : JsonDocument.Parse(isLiteral ? text : JsonSerializer.Serialize(text)).RootElement;
    }
}
