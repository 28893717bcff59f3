using System.Text;
using System.Text.Json;

namespace TicketExport.Contract.Internal;

/// <summary>One member of an object of the contract.</summary>
internal abstract class MemberRule<TOwner>(string name, bool nullable)
{
    public string Name { get; } = name;

    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    public bool Nullable { get; } = nullable;

    public abstract void Check(TOwner owner, ViolationCollector violations);

    public void CheckJson(JsonElement json, ViolationCollector violations)
    {
        violations.Enter(Name);
        if (json.ValueKind != JsonValueKind.Null)
        {
            CheckValue(json, violations);
        }
        else
        {
            CheckNull(violations);
        }

        violations.Leave();
    }

    public void CheckMissing(ViolationCollector violations)
    {
        if (!Nullable)
        {
            violations.AddAt(Name, ContractRules.Required, "Is missing. Give a value.");
        }
    }

    protected abstract void CheckValue(JsonElement json, ViolationCollector violations);

    protected void CheckNull(ViolationCollector violations)
    {
        if (!Nullable)
        {
            violations.Add(ContractRules.Required, "Is null. Give a value.");
        }
    }
}
