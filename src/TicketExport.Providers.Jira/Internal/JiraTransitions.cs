using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using TicketExport.Http;
using TicketExport.Providers.Jira.Protocol;
using TicketExport.States;

namespace TicketExport.Providers.Jira.Internal;

/// <summary>Which transition closes or opens an issue, and with which fields. Pure.</summary>
internal static class JiraTransitions
{
    private const string Resolution = "resolution";

    private static readonly FrozenSet<string> CloseNames = FrozenSet.ToFrozenSet(["done", "closed", "resolved"], StringComparer.OrdinalIgnoreCase);

    /// <returns>The transition that closes, or <see langword="null"/> with the fault.</returns>
    public static JiraTransition? FindClosing(JiraTransitionList list, JiraTargetSettings settings, out ProviderFault? fault) =>
        Find(list, settings, JiraDefaults.CloseTransitionSetting, Closing(settings), out fault);

    /// <returns>The transition that opens again, or <see langword="null"/> with the fault.</returns>
    public static JiraTransition? FindOpening(JiraTransitionList list, JiraTargetSettings settings, out ProviderFault? fault) =>
        Find(list, settings, JiraDefaults.ReopenTransitionSetting, Opening(settings), out fault);

    /// <summary>The request, with every field that the transition demands.</summary>
    /// <returns><see langword="null"/> with the fault, when one of them has no value.</returns>
    public static JsonObject? ToRequest(JiraTransition transition, JiraTargetSettings settings, out ProviderFault? fault)
    {
        var fields = new JsonObject();
        var problems = ImmutableArray.CreateBuilder<TargetProblem>();
        foreach (var (key, field) in (transition.Fields ?? []).Where(static field => RemoteText.IsCode(field.Key)).OrderBy(static field => field.Key, StringComparer.Ordinal))
        {
            var setting = key == Resolution ? JiraDefaults.ResolutionSetting : JiraDefaults.FieldPrefix + key;
            var isDemanded = field.Required && !field.HasDefaultValue;
            var text = key == Resolution || isDemanded ? settings.Text(setting) : null;
            var value = text is not null
                ? JiraFieldValue.Of(field, text, settings.Deployment)
                : key == Resolution && isDemanded ? JiraOption.Find(JiraOption.ListOf(field.AllowedValues), "Done") : null;
            if (value is not null)
            {
                fields[key] = value;
            }
            else if (isDemanded || text is not null)
            {
                problems.Add(new($"Settings:{setting}", FailureReason.MappingIncomplete, $"The transition demands the field {key}, which has no value that Jira offers. Set it."));
            }
        }

        fault = problems.Count == 0 ? null : new JiraPlan([], problems.ToImmutable()).ToFault();
        return fault is null
            ? new() { ["transition"] = new JsonObject { ["id"] = transition.Id }, ["fields"] = fields }
            : null;
    }

    // Several ways may lead to an end, such as "Done" and "Won't do"; the plain one is taken.
    private static Func<JiraTransition, int?> Closing(JiraTargetSettings settings) => transition =>
        JiraStatusMap.Of(transition.To, settings.Statuses) != ProviderStatus.Done ? null : CloseNames.Contains(transition.To?.Name ?? "") ? 0 : 1;

    private static Func<JiraTransition, int?> Opening(JiraTargetSettings settings) => transition => JiraStatusMap.Of(transition.To, settings.Statuses) switch
    {
        ProviderStatus.Open => 0,
        ProviderStatus.InProgress => 1,
        _ => null,
    };

    private static JiraTransition? Find(JiraTransitionList list, JiraTargetSettings settings, string setting, Func<JiraTransition, int?> rank, out ProviderFault? fault)
    {
        var available = (list.Transitions ?? []).Where(static transition => transition.IsAvailable != false && RemoteText.IsCode(transition.Id)).ToArray();
        var wanted = settings.Text(setting);
        var found = wanted is null
            ? available.Where(transition => rank(transition) is not null).OrderBy(rank).FirstOrDefault()
            : available.FirstOrDefault(transition => transition.Id == wanted || string.Equals(transition.Name, wanted, StringComparison.OrdinalIgnoreCase));
        fault = found is not null ? null : available.Length == 0 ? NotAllowed(settings) : NotThere(setting);
        return found;
    }

    // Jira gives an empty list, and no error, to users who may not transition.
    private static ProviderFault NotAllowed(JiraTargetSettings settings) => new()
    {
        Reason = FailureReason.Permission,
        Message = "Jira offers no transition for the issue. Give the credentials the permission Transition issues, or allow a way in the workflow.",
        ProviderErrorCode = "TRANSITION_ISSUES",
        Setting = settings.Words.CredentialSetting,
    };

    private static ProviderFault NotThere(string setting) => new()
    {
        Reason = FailureReason.Configuration,
        Message = $"No transition that the issue's present status allows is the wanted one. Set Settings:{setting} to the name or id of one, or add one to the workflow.",
        Setting = $"Settings:{setting}",
    };
}
