using System.Collections.Concurrent;
using TicketExport.Redaction;

namespace TicketExport.Core.Tests.Redaction;

internal static class Gates
{
    private static readonly ConcurrentDictionary<(string?, RedactionMode), RedactionGate> Built = new();

    /// <summary>All rules, the optional ones too.</summary>
    public static RedactionGate All(RedactionMode mode) => Built.GetOrAdd((null, mode), static key => Build(key.Item2, static _ => false));

    /// <summary>A single rule.</summary>
    public static RedactionGate Only(string rule, RedactionMode mode) =>
        Built.GetOrAdd((rule, mode), static key => Build(key.Item2, other => other != key.Item1));

    private static RedactionGate Build(RedactionMode mode, Func<string, bool> isOff)
    {
        var options = new RedactionOptions { Mode = mode };
        foreach (var rule in RedactionRules.All)
        {
            if (isOff(rule.Id))
            {
                options.DisabledRules.Add(rule.Id, "the test is about another rule");
            }
            else if (rule.IsOptional)
            {
                options.EnabledRules.Add(rule.Id);
            }
        }

        return new RedactionGate(options);
    }
}
