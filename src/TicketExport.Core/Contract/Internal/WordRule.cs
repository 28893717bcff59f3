using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TicketExport.Contract.Internal;

/// <summary>A word of a closed set. The words are those that the serializer writes for the enum, all but the unset one.</summary>
internal sealed class WordRule<TEnum> : ValueRule<TEnum>
    where TEnum : struct, Enum
{
    private readonly FrozenDictionary<string, TEnum> _values;
    private readonly string _message;

    public WordRule(JsonTypeInfo<TEnum> wire)
    {
        var values = Enum.GetValues<TEnum>().Where(static value => !value.Equals(default(TEnum))).ToArray();
        _values = values.ToFrozenDictionary(value => JsonSerializer.SerializeToElement(value, wire).GetString()!, StringComparer.Ordinal);
        _message = $"Is not an allowed word. Use one of: {string.Join(", ", values.Select(value => JsonSerializer.SerializeToElement(value, wire).GetString()))}.";
    }

    public override void Check(TEnum value, ViolationCollector violations)
    {
        if (!_values.Values.Contains(value))
        {
            violations.Add(ContractRules.OneOf, _message);
        }
    }

    protected override bool TryRead(JsonElement json, ViolationCollector violations, out TEnum value)
    {
        value = default;
        if (json.ValueKind != JsonValueKind.String)
        {
            violations.Add(ContractRules.Type, "Is not a string. Give a JSON string.");
            return false;
        }

        if (!JsonText.TryGet(json, out var word) || !_values.TryGetValue(word, out value))
        {
            violations.Add(ContractRules.OneOf, _message);
            return false;
        }

        return true;
    }
}
