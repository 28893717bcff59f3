using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using TicketExport.Contract;
using TicketExport.Http;
using TicketExport.Providers.Jira.Protocol;

namespace TicketExport.Providers.Jira.Internal;

/// <summary>Which fields of a create screen get which value, and which of those that Jira demands get none. Pure.</summary>
internal static class JiraFieldPlan
{
    private const string Priority = "priority";
    private const string Assignee = "assignee";
    private const string Components = "components";
    private const int MostValues = 100;

    // Filled by the mapper itself, or never at the creation.
    private static readonly FrozenSet<string> Own =
        FrozenSet.ToFrozenSet(["project", "issuetype", "summary", "description", "labels", "attachment", "issuelinks"], StringComparer.Ordinal);

    private static readonly FrozenDictionary<TicketPriority, string[]> DefaultPriorities = new Dictionary<TicketPriority, string[]>
    {
        [TicketPriority.Urgent] = ["Highest", "Blocker"],
        [TicketPriority.High] = ["High", "Critical"],
        [TicketPriority.Medium] = ["Medium", "Major"],
        [TicketPriority.Low] = ["Low", "Minor"],
    }.ToFrozenDictionary();

    /// <param name="settings">The target.</param>
    /// <param name="screen">The fields of a new issue.</param>
    /// <param name="document">The document; without one, what a document can fill counts as filled.</param>
    public static JiraPlan Make(JiraTargetSettings settings, JiraScreen screen, TicketExportDocument? document)
    {
        var values = ImmutableArray.CreateBuilder<KeyValuePair<string, JsonNode>>();
        var problems = ImmutableArray.CreateBuilder<TargetProblem>();
        if (FindMarkerGap(settings, screen) is { } gap)
        {
            problems.Add(gap);
        }

        foreach (var (key, field) in screen.Fields.Where(field => !Own.Contains(field.Key) && field.Key != settings.MarkerField))
        {
            var (setting, text) = TextFor(settings, key, document);
            var value = text is null ? DefaultOf(settings, (key, field), document) : JiraFieldValue.Of(field, text, settings.Deployment);
            if (value is not null)
            {
                values.Add(new(key, value));
            }
            else if (text is not null)
            {
                problems.Add(new($"Settings:{setting}", FailureReason.MappingIncomplete, $"The field {key} does not take this value. {FixOf(field)}"));
            }
            else if (IsDemanded(field) && !(document is null && key is Priority or Assignee))
            {
                problems.Add(new($"Settings:{setting}", FailureReason.MappingIncomplete, $"Jira demands the field {key}, which has no value. {FixOf(field)}"));
            }
        }

        return new(values.ToImmutable(), problems.ToImmutable());
    }

    /// <summary>The priority of an issue that exists; <see langword="null"/> when it stays as it is.</summary>
    public static JsonNode? PriorityOf(JiraTargetSettings settings, JiraField field, TicketExportDocument document)
    {
        var text = settings.Text(JiraDefaults.PriorityPrefix + NameOf(document.Priority));
        return text is null ? DefaultOf(settings, (Priority, field), document) : JiraFieldValue.Of(field, text, settings.Deployment);
    }

    /// <summary>The fields as a settings page shows them, those that Jira demands first.</summary>
    public static ImmutableArray<TargetField> Describe(JiraTargetSettings settings, JiraScreen screen) =>
    [
        .. screen.Fields
            .Select(field => Describe(settings, field.Key, field.Value))
            .OrderBy(static field => field.IsRequired ? 0 : 1),
    ];

    /// <summary>The setting that gives a field its value.</summary>
    public static string SettingOf(string key) => key switch
    {
        "project" => $"Settings:{JiraDefaults.ProjectSetting}",
        "issuetype" => $"Settings:{JiraDefaults.IssueTypeSetting}",
        "labels" => $"Settings:{JiraDefaults.LabelsSetting}",
        Assignee => $"Settings:{JiraDefaults.AssigneeSetting}",
        Components => $"Settings:{JiraDefaults.ComponentsSetting}",
        _ => $"Settings:{JiraDefaults.FieldPrefix}{key}",
    };

    // Without a place for the marker a ticket could not be found again after a lost answer, so none is made.
    private static TargetProblem? FindMarkerGap(JiraTargetSettings settings, JiraScreen screen) =>
        screen.Has("labels") || (settings.MarkerField is { } field && screen.Has(field))
            ? null
            : new(
                $"Settings:{JiraDefaults.MarkerFieldSetting}",
                FailureReason.MappingIncomplete,
                "The create screen has no labels, and an issue without its marker could not be found again. Put labels on the screen, or set this to the key of a short text field that is on it, such as customfield_10050.");

    private static (string Setting, string? Text) TextFor(JiraTargetSettings settings, string key, TicketExportDocument? document)
    {
        var general = JiraDefaults.FieldPrefix + key;
        switch (key)
        {
            case Priority when document is not null:
                var ours = JiraDefaults.PriorityPrefix + NameOf(document.Priority);
                return settings.Text(ours) is { } mapped ? (ours, mapped) : settings.Text(general) is { } priority ? (general, priority) : (ours, null);
            case Assignee:
                var theirs = document?.Assignee is { Length: > 0 } name ? settings.Text(JiraDefaults.AssigneePrefix + name) : null;
                return (JiraDefaults.AssigneeSetting, theirs ?? settings.Text(JiraDefaults.AssigneeSetting) ?? settings.Text(general));
            case Components:
                return (JiraDefaults.ComponentsSetting, settings.Text(JiraDefaults.ComponentsSetting) ?? settings.Text(general));
            default:
                return (general, settings.Text(general));
        }
    }

    private static JsonObject? DefaultOf(JiraTargetSettings settings, (string Key, JiraField Field) field, TicketExportDocument? document) =>
        field.Key == Priority && settings.Text(JiraDefaults.FieldPrefix + Priority) is null && document is not null && DefaultPriorities.TryGetValue(document.Priority, out var names)
            ? names.Select(name => JiraOption.Find(JiraOption.ListOf(field.Field.AllowedValues), name)).FirstOrDefault(static option => option is not null)
            : null;

    private static TargetField Describe(JiraTargetSettings settings, string key, JiraField field)
    {
        var isOwn = Own.Contains(key) || key == settings.MarkerField;
        var mapsPriority = key == Priority && settings.All.Keys.Any(static name => name.StartsWith(JiraDefaults.PriorityPrefix, StringComparison.OrdinalIgnoreCase));
        return new()
        {
            Key = key,
            Name = field.Name ?? key,
            Kind = field.Schema?.Type == "array" && field.Schema.Items is { } items ? $"array of {items}" : field.Schema?.Type,
            IsRequired = field.Required && !field.HasDefaultValue,
            IsMapped = isOwn || mapsPriority || TextFor(settings, key, null).Text is not null,
            Setting = Own.Contains(key) && key is not ("project" or "issuetype" or "labels") ? null : SettingOf(key),
            AllowedValues = [.. JiraOption.ListOf(field.AllowedValues).Take(MostValues).Select(static option => new TargetFieldValue(option.Id, option.Name))],
        };
    }

    private static bool IsDemanded(JiraField field) => field.Required && !field.HasDefaultValue;

    private static string FixOf(JiraField field)
    {
        var ids = JiraOption.ListOf(field.AllowedValues).Select(static option => option.Id).Where(RemoteText.IsCode).Take(10).ToArray();
        return ids.Length == 0 ? "Set it." : $"Set it to the id or name of a value that Jira offers, such as {string.Join(", ", ids)}.";
    }

    private static string NameOf(TicketPriority priority) => priority.ToString().ToLowerInvariant();
}
