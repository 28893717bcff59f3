using System.Collections.Frozen;
using System.Collections.Immutable;
using TicketExport.Http;

namespace TicketExport.Providers.ServiceNow.Internal;

/// <summary>Reads which fields a data policy demands. It names them by their labels; only those that are known here, or are names themselves, are repeated.</summary>
internal static class ServiceNowDataPolicy
{
    private const string ListStart = "mandatory:";
    private const int MostNamed = 20;

    private static readonly FrozenDictionary<string, string> Labels = new Dictionary<string, string>
    {
        ["Resolution code"] = "close_code",
        ["Close code"] = "close_code",
        ["Resolution notes"] = "close_notes",
        ["Close notes"] = "close_notes",
        ["Caller"] = "caller_id",
        ["Category"] = "category",
        ["Subcategory"] = "subcategory",
        ["Assignment group"] = "assignment_group",
        ["Assigned to"] = "assigned_to",
        ["Configuration item"] = "cmdb_ci",
        ["Service"] = "business_service",
        ["Contact type"] = "contact_type",
        ["Channel"] = "contact_type",
        ["Location"] = "location",
        ["Company"] = "company",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Settings = new Dictionary<string, string>
    {
        ["close_code"] = ServiceNowDefaults.CloseCodeSetting,
        ["close_notes"] = ServiceNowDefaults.CloseNotesSetting,
        ["caller_id"] = ServiceNowDefaults.CallerSetting,
        ["category"] = ServiceNowDefaults.CategorySetting,
        ["assignment_group"] = ServiceNowDefaults.AssignmentGroupSetting,
        ["assigned_to"] = ServiceNowDefaults.AssigneeSetting,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static ProviderFault FaultOf(TicketHttpAnswer answer, ServiceNowError error, string fieldPrefix)
    {
        var named = NamesIn(error.Detail ?? error.Message ?? "").ToArray();
        ImmutableArray<TargetProblem> problems =
        [
            .. named.OfType<string>().Distinct(StringComparer.Ordinal).Take(MostNamed).Select(field => new TargetProblem(
                SettingOf(field, fieldPrefix),
                FailureReason.MappingIncomplete,
                $"A data policy of the instance demands the field {field}. Set a value.")),
        ];
        var message = problems.IsEmpty
            ? $"A data policy of the instance demands fields that have no value. Look at the policies of the table, and set {fieldPrefix} with their names"
            : $"A data policy of the instance demands fields that have no value. Set {string.Join(", ", problems.Select(static problem => problem.Setting))}{(named.Contains(null) ? ", and look at the policy for the others" : "")}";
        return TicketHttpStatus.FaultOf(answer, FailureReason.MappingIncomplete, message, ServiceNowErrorCodes.DataPolicy) with
        {
            Setting = problems.IsEmpty ? null : problems[0].Setting,
            Problems = problems,
        };
    }

    // null for a field whose label is not known here.
    private static IEnumerable<string?> NamesIn(string text)
    {
        var start = text.IndexOf(ListStart, StringComparison.OrdinalIgnoreCase);
        return start < 0
            ? []
            : text[(start + ListStart.Length)..]
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(static label => Labels.GetValueOrDefault(label) ?? (RemoteText.IsCode(label) && ServiceNowText.IsName(label) ? label : null));
    }

    // What closes a ticket has settings of its own; every other setting is one of new tickets.
    private static string SettingOf(string field, string fieldPrefix) =>
        Settings.TryGetValue(field, out var setting) && setting.StartsWith("close_", StringComparison.Ordinal) == (fieldPrefix == ServiceNowDefaults.CloseFieldSettingPrefix)
            ? $"Settings:{setting}"
            : $"Settings:{fieldPrefix}{field}";
}
