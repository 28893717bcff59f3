using System.Text.Json;
using TicketExport.Samples.Quickstart.Sarif.Protocol;

namespace TicketExport.Samples.Quickstart.Sarif.Internal;

internal sealed class RunReader
{
    private const string SecuritySeverity = "security-severity";

    private readonly string _tool;
    private readonly string? _toolVersion;
    private readonly string _runId;
    private readonly RuleTable _rules;
    private readonly PlaceReader _places;

    public RunReader(WireRun run, string fileName)
    {
        var driver = run.Tool?.Driver;
        _tool = Filled(driver?.Name) ?? "unnamed tool";
        _toolVersion = Filled(driver?.SemanticVersion) ?? Filled(driver?.Version);
        _runId = Filled(run.AutomationDetails?.Guid) ?? Filled(run.AutomationDetails?.Id) ?? $"{_tool}/{fileName}";
        _rules = new(run.Tool);
        _places = new(run);
    }

    public SarifFinding Read(WireResult result)
    {
        var (rule, component) = _rules.Find(result);
        var ruleId = Filled(result.RuleId) ?? Filled(result.Rule?.Id) ?? Filled(rule?.Id) ?? "unnamed rule";
        return new()
        {
            Tool = _tool,
            ToolVersion = _toolVersion,
            RunId = _runId,
            Rule = Describe(ruleId, rule, result),
            Level = Level(result, rule),
            SecuritySeverity = PropertyBag.Number(result.Properties, SecuritySeverity)
                ?? PropertyBag.Number(rule?.Properties ?? default, SecuritySeverity),
            Message = MessageText.Resolve(result, rule, component) ?? Filled(rule?.ShortDescription?.Text) ?? ruleId,
            Place = _places.Read(result.Locations),
            ToolFingerprint = Stable(result.Fingerprints) ?? Stable(result.PartialFingerprints),
            ViewerLink = Filled(result.HostedViewerUri),
        };
    }

    private static SarifRule Describe(string id, WireRule? rule, WireResult result)
    {
        var properties = rule?.Properties ?? default(JsonElement);
        var title = Filled(rule?.ShortDescription?.Text) ?? id;
        var description = Filled(rule?.FullDescription?.Text);
        return new()
        {
            Id = id,
            Title = title,
            Description = string.Equals(title, description, StringComparison.Ordinal) ? null : description,
            HelpUri = Filled(rule?.HelpUri),
            Category = Filled(PropertyBag.Text(properties, "category")),
            Tags = [.. Tags(properties, rule, result).Distinct(StringComparer.OrdinalIgnoreCase)],
        };
    }

    private static IEnumerable<string> Tags(JsonElement properties, WireRule? rule, WireResult result)
    {
        var taxa = (rule?.Relationships ?? []).Select(relationship => relationship?.Target).Concat(result.Taxa ?? []);
        var classes = taxa
            .Where(taxon => string.Equals(taxon?.ToolComponent?.Name, "CWE", StringComparison.OrdinalIgnoreCase) && Filled(taxon!.Id) is not null)
            .Select(taxon => taxon!.Id!.StartsWith("CWE", StringComparison.OrdinalIgnoreCase) ? taxon.Id : $"CWE-{taxon.Id}");
        return [.. classes, .. PropertyBag.Texts(properties, "tags"), .. PropertyBag.Texts(result.Properties, "tags")];
    }

    // SARIF 2.1.0, 3.27.10: a result that is no failure has no level unless it names one.
    private static SarifLevel Level(WireResult result, WireRule? rule)
    {
        var isFailure = result.Kind is null or "fail";
        return (result.Level ?? (isFailure ? rule?.DefaultConfiguration?.Level : "none")) switch
        {
            "error" => SarifLevel.Error,
            "note" => SarifLevel.Note,
            "none" => SarifLevel.None,
            _ => SarifLevel.Warning,
        };
    }

    // The smallest name stays the same when a tool adds a second version beside the first. A value with a space is a
    // placeholder ("requires login" is a known one) and would make all findings one.
    private static string? Stable(Dictionary<string, string?>? fingerprints) =>
        fingerprints?
            .Where(pair => Filled(pair.Value) is { } value && !value.AsSpan().ContainsAny(' ', '\t'))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}={pair.Value}")
            .FirstOrDefault();

    private static string? Filled(string? text) => ContractText.IsBlank(text) ? null : text;
}
