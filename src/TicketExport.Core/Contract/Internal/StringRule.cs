using System.Text.Json;

namespace TicketExport.Contract.Internal;

/// <summary>A text: not empty unless allowed, within its limit, free of lone surrogates, and of a form.</summary>
internal class StringRule(int maxLength, StringForm form, bool allowEmpty = false) : ValueRule<string>
{
    private const int MostBytesPerCharacter = 6;

    public override void Check(string value, ViolationCollector violations)
    {
        if (value.Length == 0)
        {
            if (!allowEmpty)
            {
                violations.Add(ContractRules.Required, $"Is empty. Give 1 to {maxLength} characters.");
            }
        }
        else if (value.Length > maxLength)
        {
            violations.Add(ContractRules.MaxLength, $"Has {value.Length} characters; at most {maxLength} are allowed. Shorten it.");
        }
        else if (CharacterRules.IndexOfLoneSurrogate(value) is var index and >= 0)
        {
            violations.Add(ContractRules.Text, $"Holds half of a surrogate pair at index {index}, which is no character. Remove it.");
        }
        else if (!form.IsMet(value))
        {
            violations.Add(form.Rule, form.Message);
        }
        else
        {
            violations.Weigh(value.Length * MostBytesPerCharacter);
        }
    }

    protected override bool TryRead(JsonElement json, ViolationCollector violations, out string value)
    {
        value = "";
        if (json.ValueKind != JsonValueKind.String)
        {
            violations.Add(ContractRules.Type, "Is not a string. Give a JSON string.");
            return false;
        }

        if (!JsonText.TryGet(json, out value))
        {
            violations.Add(ContractRules.Text, "Holds half of a surrogate pair, which is no character. Remove the lone \\uD800 to \\uDFFF escape.");
            return false;
        }

        return true;
    }
}
