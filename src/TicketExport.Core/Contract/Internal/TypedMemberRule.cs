using System.Text.Json;

namespace TicketExport.Contract.Internal;

/// <summary>One member of an object of the contract, and where it lives in C#.</summary>
internal sealed class TypedMemberRule<TOwner, TValue>(string name, bool nullable, Func<TOwner, TValue?> get, ValueRule<TValue> rule)
    : MemberRule<TOwner>(name, nullable)
{
    public override void Check(TOwner owner, ViolationCollector violations)
    {
        violations.Enter(Name);
        if (get(owner) is { } value)
        {
            rule.Check(value, violations);
        }
        else
        {
            CheckNull(violations);
        }

        violations.Leave();
    }

    protected override void CheckValue(JsonElement json, ViolationCollector violations) => rule.CheckJson(json, violations);
}
