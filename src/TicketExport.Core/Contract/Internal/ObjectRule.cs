using System.Text.Json;

namespace TicketExport.Contract.Internal;

/// <summary>An object of the contract: its members in the order in which they are written, and a rule that ties members together.</summary>
internal sealed class ObjectRule<T> : ValueRule<T>
    where T : class
{
    private const int NamesWeight = 512;

    private readonly List<MemberRule<T>> _members = [];
    private Action<T, ViolationCollector>? _check;
    private Action<JsonElement, ViolationCollector>? _checkJson;

    public ObjectRule<T> Required<TValue>(string name, Func<T, TValue?> get, ValueRule<TValue> rule) => Add(name, nullable: false, get, rule);

    public ObjectRule<T> Nullable<TValue>(string name, Func<T, TValue?> get, ValueRule<TValue> rule) => Add(name, nullable: true, get, rule);

    public ObjectRule<T> Together(Action<T, ViolationCollector> check, Action<JsonElement, ViolationCollector> checkJson)
    {
        _check = check;
        _checkJson = checkJson;
        return this;
    }

    public override void Check(T value, ViolationCollector violations)
    {
        violations.Weigh(NamesWeight);
        foreach (var member in _members)
        {
            member.Check(value, violations);
        }

        _check?.Invoke(value, violations);
    }

    public override void CheckJson(JsonElement json, ViolationCollector violations)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            violations.Add(ContractRules.Type, "Is not an object. Give a JSON object.");
            return;
        }

        violations.Weigh(NamesWeight);
        if (json.EnumerateObject().All(JsonText.HasReadableName))
        {
            CheckMembers(json, violations);
            _checkJson?.Invoke(json, violations);
        }
        else
        {
            violations.Add(ContractRules.Text, "Has a member whose name holds half of a surrogate pair, which is no character. Rename it.");
        }
    }

    // An object has no value of its own to judge in JSON: its members are judged one by one.
    protected override bool TryRead(JsonElement json, ViolationCollector violations, out T value)
    {
        value = null!;
        return false;
    }

    private void CheckMembers(JsonElement json, ViolationCollector violations)
    {
        Span<int> seen = stackalloc int[_members.Count];
        seen.Clear();
        foreach (var property in json.EnumerateObject())
        {
            var index = IndexOf(property);
            if (index >= 0 && seen[index]++ == 0)
            {
                _members[index].CheckJson(property.Value, violations);
            }
        }

        for (var i = 0; i < seen.Length; i++)
        {
            if (seen[i] == 0)
            {
                _members[i].CheckMissing(violations);
            }
            else if (seen[i] > 1)
            {
                violations.AddAt(_members[i].Name, ContractRules.Duplicate, $"Occurs {seen[i]} times in its object. Give it once.");
            }
        }
    }

    private int IndexOf(JsonProperty property)
    {
        for (var i = 0; i < _members.Count; i++)
        {
            if (property.NameEquals(_members[i].Utf8Name))
            {
                return i;
            }
        }

        return -1;
    }

    private ObjectRule<T> Add<TValue>(string name, bool nullable, Func<T, TValue?> get, ValueRule<TValue> rule)
    {
        _members.Add(new TypedMemberRule<T, TValue>(name, nullable, get, rule));
        return this;
    }
}
