using System.Text.Json;

namespace TicketExport.Contract.Internal;

/// <summary>A count from 1.</summary>
internal sealed class CountRule : ValueRule<int>
{
    private const string Requirement = "Is not a count. Give an integer from 1 to 2147483647 without fraction or exponent.";

    public override void Check(int value, ViolationCollector violations)
    {
        if (value < 1)
        {
            violations.Add(ContractRules.Range, Requirement);
        }
    }

    protected override bool TryRead(JsonElement json, ViolationCollector violations, out int value)
    {
        value = 0;
        if (json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out value))
        {
            return true;
        }

        violations.Add(json.ValueKind == JsonValueKind.Number ? ContractRules.Range : ContractRules.Type, Requirement);
        return false;
    }
}
