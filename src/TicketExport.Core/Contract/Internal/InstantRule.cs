using System.Text.Json;

namespace TicketExport.Contract.Internal;

/// <summary>An instant.</summary>
internal sealed class InstantRule : ValueRule<DateTimeOffset?>
{
    public override void Check(DateTimeOffset? value, ViolationCollector violations)
    {
    }

    protected override bool TryRead(JsonElement json, ViolationCollector violations, out DateTimeOffset? value)
    {
        value = null;
        if (json.ValueKind != JsonValueKind.String)
        {
            violations.Add(ContractRules.Type, "Is not a string. Give an RFC 3339 time as a JSON string.");
            return false;
        }

        if (!JsonText.TryGet(json, out var text) || !TimestampConverter.TryParse(text, out var instant))
        {
            violations.Add(ContractRules.Pattern, TimestampConverter.Requirement);
            return false;
        }

        value = instant;
        return true;
    }
}
