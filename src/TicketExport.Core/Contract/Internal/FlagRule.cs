using System.Text.Json;

namespace TicketExport.Contract.Internal;

/// <summary>True or false.</summary>
internal sealed class FlagRule : ValueRule<bool>
{
    public override void Check(bool value, ViolationCollector violations)
    {
    }

    protected override bool TryRead(JsonElement json, ViolationCollector violations, out bool value)
    {
        value = json.ValueKind == JsonValueKind.True;
        if (value || json.ValueKind == JsonValueKind.False)
        {
            return true;
        }

        violations.Add(ContractRules.Type, "Is not a boolean. Give true or false.");
        return false;
    }
}
