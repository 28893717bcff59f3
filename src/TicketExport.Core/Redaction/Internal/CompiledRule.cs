namespace TicketExport.Redaction.Internal;

/// <summary>A rule that is on, with what finds its passages.</summary>
internal sealed record CompiledRule(string Id, Scanner[] Scanners)
{
    public string Label { get; } = $"[redacted:{Id}]";

    /// <summary>The rules that the options turn on, ours before the host's. The options must have passed <see cref="RedactionOptionsCheck"/>.</summary>
    public static CompiledRule[] From(RedactionOptions options) =>
    [
        .. RedactionRules.All
            .Where(rule => (!rule.IsOptional || options.EnabledRules.Contains(rule.Id)) && !options.DisabledRules.ContainsKey(rule.Id))
            .Select(static rule => new CompiledRule(rule.Id, RuleScanners.Of(rule.Id))),
        .. options.HostRules
            .Where(rule => !options.DisabledRules.ContainsKey(rule.Key))
            .OrderBy(static rule => rule.Key, StringComparer.Ordinal)
            .Select(static rule => new CompiledRule(rule.Key, [new PatternScanner(PatternScanner.Compile(rule.Value))])),
    ];
}
