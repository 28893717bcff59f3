using System.Buffers;

namespace TicketExport.Redaction.Internal;

/// <summary>Checks the options of the gate and names every key to set.</summary>
internal static class RedactionOptionsCheck
{
    private const int MostId = 64;
    private const int MostPattern = 1_000;
    private const string Section = $"{TicketExportOptions.SectionName}:{nameof(TicketExportOptions.Redaction)}";

    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    public static string KeyOf(string option) => $"{Section}:{option}";

    public static IEnumerable<string> Check(RedactionOptions options)
    {
        if (!Enum.IsDefined(options.Mode) || options.Mode == RedactionMode.Unknown)
        {
            yield return $"{KeyOf(nameof(options.Mode))} is not a mode. Set it to {nameof(RedactionMode.Block)}, {nameof(RedactionMode.Mask)} or {nameof(RedactionMode.Off)}.";
        }

        var problems = options.EnabledRules.Select(static (rule, index) => CheckEnabled(rule, index))
            .Concat(options.DisabledRules.Select(rule => CheckDisabled(rule.Key, rule.Value, options)))
            .Concat(options.HostRules.Select(static rule => CheckHostRule(rule.Key, rule.Value)))
            .OfType<string>();
        foreach (var problem in problems)
        {
            yield return problem;
        }
    }

    private static string? CheckEnabled(string rule, int index) =>
        RedactionRules.All.Any(known => known.IsOptional && known.Id == rule)
            ? null
            : $"{KeyOf(nameof(RedactionOptions.EnabledRules))}:{index} is not an optional rule. Use one of {string.Join(", ", RedactionRules.All.Where(static known => known.IsOptional).Select(static known => known.Id))}, or remove it.";

    private static string? CheckDisabled(string rule, string? reason, RedactionOptions options)
    {
        var key = $"{KeyOf(nameof(options.DisabledRules))}:{rule}";
        if (RedactionRules.All.All(known => known.Id != rule) && !options.HostRules.ContainsKey(rule))
        {
            return $"{key} is not a rule. Use one of {string.Join(", ", RedactionRules.All.Select(static known => known.Id))}, or remove it.";
        }

        return string.IsNullOrWhiteSpace(reason) ? $"{key} gives no reason. Set it to the reason why the rule is off." : null;
    }

    private static string? CheckHostRule(string id, HostRuleOptions? options)
    {
        var key = $"{KeyOf(nameof(RedactionOptions.HostRules))}:{id}";
        if (id.Length is 0 or > MostId || id.AsSpan().ContainsAnyExcept(IdCharacters))
        {
            return $"{key} is not an id of a rule. Use 1 to {MostId} lower-case letters, digits and '_'.";
        }

        if (RedactionRules.All.Any(known => known.Id == id))
        {
            return $"{key} has the id of a rule of this library. Give it another id.";
        }

        if (string.IsNullOrEmpty(options?.Pattern) || options.Pattern.Length > MostPattern)
        {
            return $"{key}:{nameof(options.Pattern)} is missing or too long. Set it to a regular expression of at most {MostPattern} characters.";
        }

        return CheckPattern($"{key}:{nameof(options.Pattern)}", options);
    }

    private static string? CheckPattern(string key, HostRuleOptions options)
    {
        try
        {
            return PatternScanner.Compile(options).IsMatch("")
                ? $"{key} matches the empty text. Make it match at least one character."
                : null;
        }
        catch (NotSupportedException)
        {
            return $"{key} cannot run without backtracking. Remove look-around, back-references, conditions and atomic groups, and lower its repeat counts.";
        }
        catch (ArgumentException exception)
        {
            return $"{key} is not a regular expression: {exception.Message}";
        }
    }
}
