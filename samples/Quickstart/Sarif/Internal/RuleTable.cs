using TicketExport.Samples.Quickstart.Sarif.Protocol;

namespace TicketExport.Samples.Quickstart.Sarif.Internal;

internal sealed class RuleTable
{
    private readonly WireComponent? _driver;
    private readonly WireComponent?[] _extensions;
    private readonly Dictionary<string, (WireRule Rule, WireComponent Component)> _byId = new(StringComparer.Ordinal);

    public RuleTable(WireTool? tool)
    {
        _driver = tool?.Driver;
        _extensions = tool?.Extensions ?? [];
        foreach (var component in _extensions.Prepend(_driver).OfType<WireComponent>())
        {
            foreach (var rule in (component.Rules ?? []).OfType<WireRule>().Where(rule => rule.Id is not null))
            {
                _byId.TryAdd(rule.Id!, (rule, component));
            }
        }
    }

    public (WireRule? Rule, WireComponent? Component) Find(WireResult result)
    {
        var component = Component(result.Rule?.ToolComponent);
        var id = result.RuleId ?? result.Rule?.Id;
        var indexed = At(component?.Rules, result.Rule?.Index ?? result.RuleIndex);
        if (indexed is not null && Agrees(indexed.Id, id))
        {
            return (indexed, component);
        }

        if (result.Rule?.Guid is { } guid && Find(component, guid) is { } byGuid)
        {
            return (byGuid, component);
        }

        return ById(id, component);
    }

    // "CA1000/sub" is a finer id below rule "CA1000" (SARIF 2.1.0, 3.27.5).
    private static bool Agrees(string? ruleId, string? resultId) =>
        resultId is null || ruleId is null || string.Equals(ruleId, resultId, StringComparison.Ordinal)
        || (resultId.StartsWith(ruleId, StringComparison.Ordinal) && resultId[ruleId.Length] == '/');

    private static WireRule? At(WireRule?[]? rules, int? index) =>
        index is { } at && rules is not null && at >= 0 && at < rules.Length ? rules[at] : null;

    private static WireRule? Find(WireComponent? component, string guid) =>
        (component?.Rules ?? []).FirstOrDefault(rule => string.Equals(rule?.Guid, guid, StringComparison.OrdinalIgnoreCase));

    private (WireRule? Rule, WireComponent? Component) ById(string? id, WireComponent? component)
    {
        for (var rest = id; rest is not null;)
        {
            if ((component?.Rules ?? []).FirstOrDefault(rule => string.Equals(rule?.Id, rest, StringComparison.Ordinal)) is { } own)
            {
                return (own, component);
            }

            if (_byId.TryGetValue(rest, out var found))
            {
                return found;
            }

            var slash = rest.LastIndexOf('/');
            rest = slash > 0 ? rest[..slash] : null;
        }

        return (null, component);
    }

    private WireComponent? Component(WireComponentReference? reference) => reference switch
    {
        null => _driver,
        { Index: { } index } when index >= 0 && index < _extensions.Length => _extensions[index],
        { Guid: { } guid } => Array.Find(_extensions, e => string.Equals(e?.Guid, guid, StringComparison.OrdinalIgnoreCase)) ?? _driver,
        { Name: { } name } => Array.Find(_extensions, e => string.Equals(e?.Name, name, StringComparison.Ordinal)) ?? _driver,
        _ => _driver,
    };
}
