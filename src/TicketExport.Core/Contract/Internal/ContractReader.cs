using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace TicketExport.Contract.Internal;

/// <summary>Turns bytes of unknown origin into a value or a list of violations; never throws for what the bytes hold.</summary>
internal static class ContractReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = ContractLimits.JsonDepth };

    public static ContractReadResult<T> Read<T>(ReadOnlySpan<byte> utf8Json, ObjectRule<T> rule, JsonTypeInfo<T> type)
        where T : class
    {
        var violations = new ViolationCollector();
        if (!TryParse(utf8Json, violations, out var json))
        {
            return new(violations.Drain());
        }

        rule.CheckJson(json, violations);
        if (violations.IsEmpty && json.Deserialize(type) is { } value)
        {
            ContractSize.Check(value, type, violations);
            if (violations.IsEmpty)
            {
                return new(value);
            }
        }

        return new(violations.Drain());
    }

    private static bool TryParse(ReadOnlySpan<byte> utf8Json, ViolationCollector violations, out JsonElement json)
    {
        json = default;
        if (utf8Json.Length > ContractLimits.JsonBytes)
        {
            violations.Add(ContractRules.MaxBytes, $"Has more than {ContractLimits.JsonBytes} bytes. Send less text.");
        }
        else if (utf8Json.StartsWith("\uFEFF"u8))
        {
            violations.Add(ContractRules.Json, "Starts with a byte order mark. Send UTF-8 without it.");
        }
        else if (!Utf8.IsValid(utf8Json))
        {
            violations.Add(ContractRules.Json, "Is not UTF-8. Send the JSON as UTF-8.");
        }
        else
        {
            return TryParseText(utf8Json, violations, out json);
        }

        return false;
    }

    private static bool TryParseText(ReadOnlySpan<byte> utf8Json, ViolationCollector violations, out JsonElement json)
    {
        try
        {
            json = JsonElement.Parse(utf8Json, Options);
            return true;
        }
        catch (JsonException exception)
        {
            json = default;
            var position = $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}";
            if (IsTooDeep(utf8Json))
            {
                violations.Add(ContractRules.MaxDepth, $"Nests deeper than {ContractLimits.JsonDepth} levels at {position}. Send flatter JSON.");
            }
            else
            {
                violations.Add(ContractRules.Json, $"Is not valid JSON at {position}. Send exactly one JSON object.");
            }

            return false;
        }
    }

    // The parser tells neither cause from the other except in the words of its message.
    private static bool IsTooDeep(ReadOnlySpan<byte> utf8Json)
    {
        var reader = new Utf8JsonReader(utf8Json, new JsonReaderOptions { MaxDepth = ContractLimits.JsonDepth + 1 });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject && reader.CurrentDepth == ContractLimits.JsonDepth)
                {
                    return true;
                }
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return false;
    }
}
