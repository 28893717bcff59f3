using System.Collections.Immutable;
using System.Text.Json;

namespace TicketExport.Contract.Internal;

/// <summary>A list. Entries beyond the limit are not looked at, so that the cost of a bad list is bounded.</summary>
internal sealed class ListRule<T>(ValueRule<T> item) : ValueRule<ImmutableArray<T>>
{
    private const int SeparatorWeight = 8;

    public override void Check(ImmutableArray<T> value, ViolationCollector violations)
    {
        CheckCount(value.Length, violations);
        for (var i = 0; i < Math.Min(value.Length, ContractLimits.ListCount); i++)
        {
            violations.Enter(i);
            if (value[i] is null)
            {
                AddNull(violations);
            }
            else
            {
                item.Check(value[i], violations);
            }

            violations.Leave();
        }
    }

    public override void CheckJson(JsonElement json, ViolationCollector violations)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            violations.Add(ContractRules.Type, "Is not an array. Give a JSON array; an empty one is allowed.");
            return;
        }

        CheckCount(json.GetArrayLength(), violations);
        var index = 0;
        foreach (var entry in json.EnumerateArray().Take(ContractLimits.ListCount))
        {
            violations.Enter(index++);
            if (entry.ValueKind == JsonValueKind.Null)
            {
                AddNull(violations);
            }
            else
            {
                item.CheckJson(entry, violations);
            }

            violations.Leave();
        }
    }

    // A list has no value of its own to judge in JSON: its entries are judged one by one.
    protected override bool TryRead(JsonElement json, ViolationCollector violations, out ImmutableArray<T> value)
    {
        value = [];
        return false;
    }

    private static void CheckCount(int count, ViolationCollector violations)
    {
        violations.Weigh(count * SeparatorWeight);
        if (count > ContractLimits.ListCount)
        {
            violations.Add(ContractRules.MaxItems, $"Has {count} entries; at most {ContractLimits.ListCount} are allowed. Send fewer.");
        }
    }

    private static void AddNull(ViolationCollector violations) =>
        violations.Add(ContractRules.Required, "Is null. Give a value, or leave the entry out.");
}
