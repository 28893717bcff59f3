using System.Collections.Immutable;
using TicketExport.Configuration;
using TicketExport.Contract;
using TicketExport.Providers;

namespace TicketExport.Targets;

/// <summary>Which settings a target has, and which of its required fields have no value. Pure.</summary>
internal static class MappingRules
{
    public const string Labels = "labels";
    public const string Assignee = "assignee";

    /// <summary>
    /// The target with the defaults of its provider: those under the family's key for all its targets, above them those under the very
    /// key that the target was configured with, above all the target's own. An empty value counts as none.
    /// </summary>
    public static TicketTarget WithDefaults(TicketTarget target, ProviderSheet sheet, TicketExportOptions options)
    {
        if (options.ProviderDefaults.Count == 0)
        {
            return target;
        }

        var settings = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var layer in new[] { DefaultsOf(sheet.Key, options), DefaultsOf(target.ProviderKey, options), target.Settings })
        {
            foreach (var (name, value) in layer.Where(static setting => !string.IsNullOrWhiteSpace(setting.Value)))
            {
                settings[name] = value;
            }
        }

        return target with { Settings = settings.ToImmutable() };
    }

    /// <summary>Everything that keeps the target from being used: policies that the provider cannot carry out, what it says itself, and required fields without a value.</summary>
    /// <param name="target">The target, with its defaults.</param>
    /// <param name="provider">Its provider.</param>
    /// <param name="credential">Its secrets.</param>
    /// <param name="document">The document; without one, what a document can fill counts as filled.</param>
    public static ImmutableArray<TargetProblem> Check(
        TicketTarget target,
        ITicketProvider provider,
        TicketCredential credential,
        TicketExportDocument? document)
    {
        var problems = PolicyRules.Check(target, provider).AddRange(TargetProblems.Of(provider, target, credential));
        if (provider.Sheet.RequiredFields.IsEmpty && target.RequiredFields.IsEmpty)
        {
            return problems;
        }

        var gaps = provider.Sheet.RequiredFields
            .Concat(target.RequiredFields)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(field => !IsFilled(field, target, document))
            .Select(field => GapOf(field, provider.Sheet))
            .ExceptBy(problems.Select(static problem => problem.Setting), static gap => gap.Setting, StringComparer.OrdinalIgnoreCase);
        return problems.AddRange(gaps);
    }

    private static IEnumerable<KeyValuePair<string, string>> DefaultsOf(string providerKey, TicketExportOptions options) =>
        options.ProviderDefaults.TryGetValue(providerKey, out var defaults) ? defaults.Settings : [];

    private static bool IsFilled(string field, TicketTarget target, TicketExportDocument? document) =>
        !string.IsNullOrWhiteSpace(target.Settings.GetValueOrDefault(field))
        || (Is(field, Labels) && document is null or { Labels.IsEmpty: false })
        || (Is(field, Assignee) && (document is null || !string.IsNullOrWhiteSpace(document.Assignee)));

    private static TargetProblem GapOf(string field, ProviderSheet sheet) => new(
        $"{nameof(TicketTarget.Settings)}:{field}",
        FailureReason.MappingIncomplete,
        $"The required field '{field}' has no value. Set it here, or for all targets of the provider at {TicketExportOptionsRules.DefaultKeyOf(sheet.Key, field)}{OrDocument(field)}.");

    private static string OrDocument(string field) => Is(field, Labels) || Is(field, Assignee) ? $", or give the document {field.ToLowerInvariant()}" : "";

    private static bool Is(string field, string name) => string.Equals(field, name, StringComparison.OrdinalIgnoreCase);
}
