using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

// Reads a GraphQL document of one operation, checks its variables by their declared types and puts them in.
internal sealed class LinearDocumentReader
{
    private readonly LinearTokens _tokens;
    private readonly JsonObject _given;
    private readonly Dictionary<string, JsonNode?> _variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<LinearField>> _fragments = new(StringComparer.Ordinal);

    private LinearDocumentReader(string document, JsonObject given) => (_tokens, _given) = (new LinearTokens(document), given);

    /// <exception cref="LinearException">The document cannot be read, or a variable is not of its type.</exception>
    public static LinearOperation Read(FakeHttpRequest request)
    {
        var body = request.ReadJson();
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("query", out var query) || query.ValueKind != JsonValueKind.String)
        {
            throw new LinearException(new LinearProblem("GraphQL operations must contain a non-empty `query`.", "BAD_REQUEST", "graphql error"));
        }

        var given = body.TryGetProperty("variables", out var variables) && variables.ValueKind == JsonValueKind.Object
            ? JsonObject.Create(variables)!
            : [];
        return new LinearDocumentReader(query.GetString()!, given).ReadDocument();
    }

    private LinearOperation ReadDocument()
    {
        LinearOperation? operation = null;
        while (!_tokens.IsAtEnd)
        {
            var kind = _tokens.TakeName();
            var name = _tokens.TakeName();
            if (kind == "fragment")
            {
                _tokens.Expect("on");
                _tokens.TakeName();
                _fragments[name] = ReadSelection();
            }
            else if (operation is null && kind is "query" or "mutation")
            {
                ReadDeclarations();
                operation = new LinearOperation(kind, name, ReadSelection(), _fragments);
            }
            else
            {
                throw _tokens.Unexpected();
            }
        }

        return operation ?? throw new LinearException(LinearProblem.Schema("Must provide an operation."));
    }

    private void ReadDeclarations()
    {
        if (_tokens.TryTake("("))
        {
            while (!_tokens.TryTake(")"))
            {
                _tokens.Expect("$");
                var name = _tokens.TakeName();
                _tokens.Expect(":");
                var type = ReadType();
                var value = _given[name];
                LinearSchema.CheckVariable(name, value, type);
                _variables[name] = value;
            }
        }

        if (_given.Select(static variable => variable.Key).FirstOrDefault(name => !_variables.ContainsKey(name)) is { } undeclared)
        {
            throw new LinearException(LinearProblem.Schema($"Variable \"${undeclared}\" is not declared by the operation."));
        }
    }

    private string ReadType()
    {
        var type = _tokens.TryTake("[") ? $"[{ReadInnerType()}]" : _tokens.TakeName();
        return _tokens.TryTake("!") ? $"{type}!" : type;
    }

    private string ReadInnerType()
    {
        var inner = ReadType();
        _tokens.Expect("]");
        return inner;
    }

    private List<LinearField> ReadSelection()
    {
        var fields = new List<LinearField>();
        _tokens.Expect("{");
        while (!_tokens.TryTake("}"))
        {
            if (_tokens.TryTake("..."))
            {
                fields.Add(new LinearField(_tokens.TakeName(), true, [], []));
                continue;
            }

            var name = _tokens.TakeName();
            var arguments = ReadArguments();
            var isIncluded = ReadDirectives();
            var inner = _tokens.Next == "{" ? ReadSelection() : [];
            if (isIncluded)
            {
                fields.Add(new LinearField(name, false, arguments, inner));
            }
        }

        return fields;
    }

    private JsonObject ReadArguments()
    {
        var arguments = new JsonObject();
        if (_tokens.TryTake("("))
        {
            while (!_tokens.TryTake(")"))
            {
                var name = _tokens.TakeName();
                _tokens.Expect(":");
                arguments[name] = ReadValue();
            }
        }

        return arguments;
    }

    private bool ReadDirectives()
    {
        var isIncluded = true;
        while (_tokens.TryTake("@"))
        {
            var name = _tokens.TakeName();
            var condition = ReadArguments()["if"]?.GetValueKind() == JsonValueKind.True;
            isIncluded &= name switch
            {
                "include" => condition,
                "skip" => !condition,
                _ => throw new LinearException(LinearProblem.Schema($"Unknown directive \"@{name}\".")),
            };
        }

        return isIncluded;
    }

    private JsonNode? ReadValue()
    {
        if (_tokens.TryTake("$"))
        {
            var name = _tokens.TakeName();
            return _variables.TryGetValue(name, out var value)
                ? value?.DeepClone()
                : throw new LinearException(LinearProblem.Schema($"Variable \"${name}\" is not defined."));
        }

        if (_tokens.TryTake("["))
        {
            var list = new JsonArray();
            while (!_tokens.TryTake("]"))
            {
                list.Add(ReadValue());
            }

            return list;
        }

        return _tokens.Next == "{" ? ReadObject() : ReadLiteral(_tokens.Take());
    }

    private JsonObject ReadObject()
    {
        var fields = new JsonObject();
        _tokens.Expect("{");
        while (!_tokens.TryTake("}"))
        {
            var name = _tokens.TakeName();
            _tokens.Expect(":");
            fields[name] = ReadValue();
        }

        return fields;
    }

    private static JsonValue? ReadLiteral(string token) => token switch
    {
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        "null" => null,
        ['"', ..] => JsonValue.Create(token[1..^1]),
        [var first, ..] when char.IsAsciiDigit(first) || first == '-' => JsonValue.Create(double.Parse(token, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(token),
    };
}
