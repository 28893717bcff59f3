using System.Text.Json;

namespace TicketExport.Contract.Internal;

/// <summary>An id: a line of text, which JSON may also give as an integer.</summary>
internal sealed class IdRule() : StringRule(ContractLimits.IdLength, StringForm.Line)
{
    protected override bool TryRead(JsonElement json, ViolationCollector violations, out string value)
    {
        if (json.ValueKind == JsonValueKind.String)
        {
            return base.TryRead(json, violations, out value);
        }

        if (json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var number))
        {
            value = RecordIdConverter.ToId(number);
            return true;
        }

        value = "";
        violations.Add(ContractRules.Type, "Is not an id. Give a JSON string, or an integer of 64 bits without fraction or exponent.");
        return false;
    }
}
