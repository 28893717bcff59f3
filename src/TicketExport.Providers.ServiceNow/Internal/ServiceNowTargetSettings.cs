using System.Collections.Frozen;
using System.Collections.Immutable;
using TicketExport.Contract;
using TicketExport.Http;
using TicketExport.States;

namespace TicketExport.Providers.ServiceNow.Internal;

/// <summary>A target and its credential, read into what requests need. Reading names every problem at once.</summary>
internal sealed record ServiceNowTargetSettings
{
    private const string SysIdFix = "Set it to the record's sys_id, 32 hexadecimal digits, or leave it out.";
    private const string StateFix = "Set it to a value of the field state, such as 6, or leave it out.";
    private const string DefaultCloseNotes = "Closed by the system that reported it.";
    private const int MaxState = 40;

    // What an export writes by itself, and what only the instance may write.
    private static readonly FrozenSet<string> Taken =
        new[] { "short_description", "description", "correlation_id", "correlation_display", "state", "active", "sys_id", "number" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> CommentFields = new Dictionary<string, string>
    {
        [ServiceNowComments.WorkNotes] = ServiceNowComments.WorkNotes,
        [ServiceNowComments.Comments] = ServiceNowComments.Comments,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Impact and urgency, from which ServiceNow computes the priority: 1/1 gives 1, 2/1 gives 2, 2/2 gives 3, 2/3 gives 4, 3/3 gives 5.
    private static readonly FrozenDictionary<TicketPriority, string> OwnPriorities = new Dictionary<TicketPriority, string>
    {
        [TicketPriority.Urgent] = "1/1",
        [TicketPriority.High] = "2/1",
        [TicketPriority.Medium] = "2/2",
        [TicketPriority.Low] = "2/3",
        [TicketPriority.None] = "3/3",
    }.ToFrozenDictionary();

    public required TicketHttpAccess Access { get; init; }

    public required TicketHttpWords Words { get; init; }

    public required string Table { get; init; }

    public required ServiceNowWorkflow Workflow { get; init; }

    /// <summary>The fields of every new ticket.</summary>
    public required ImmutableSortedDictionary<string, string> Fields { get; init; }

    /// <summary>The fields that a ticket gets when it is closed, beside its state.</summary>
    public required ImmutableSortedDictionary<string, string> CloseFields { get; init; }

    public required string CloseState { get; init; }

    public required string ReopenState { get; init; }

    public required string CommentField { get; init; }

    public required FrozenDictionary<TicketPriority, string> Priorities { get; init; }

    /// <summary>What the target says of states, by the value of the field.</summary>
    public required FrozenDictionary<string, ProviderStatus> Statuses { get; init; }

    public static ServiceNowTargetSettings? Read(TicketTarget target, TicketCredential credential, out ImmutableArray<TargetProblem> problems)
    {
        var reader = new TargetSettingsReader(target, credential);
        var network = reader.ReadNetworkPolicy();
        var root = reader.ReadAddress(network) ?? new Uri("https://unusable.invalid/");
        var (access, credentialName) = ServiceNowSignIn.Read(reader, new TicketHttpAccess(root, network));
        var table = ReadTable(reader);
        var workflow = ServiceNowWorkflow.For(table);
        var settings = new ServiceNowTargetSettings
        {
            Access = access,
            Words = new TicketHttpWords("ServiceNow", $"Credentials:{credentialName}", $"Settings:{ServiceNowDefaults.TableSetting}"),
            Table = table,
            Workflow = workflow,
            Fields = ReadFields(reader, target),
            CloseFields = ReadCloseFields(reader, target, workflow),
            CloseState = ReadState(reader, ServiceNowDefaults.CloseStateSetting) ?? workflow.CloseState,
            ReopenState = ReadState(reader, ServiceNowDefaults.ReopenStateSetting) ?? workflow.ReopenState,
            CommentField = reader.ReadChoice(ServiceNowDefaults.CommentFieldSetting, CommentFields, ServiceNowComments.WorkNotes),
            Priorities = ReadPriorities(reader),
            Statuses = reader.ReadStatuses(),
        };
        _ = reader.ReadFlag(ServiceNowDefaults.ShareWorkNotesSetting);
        _ = ServiceNowWebhookReader.ReadTolerance(reader);
        problems = reader.Problems;
        return problems.IsEmpty ? settings : null;
    }

    /// <summary>The table of a target, for a caller with nobody to tell what is wrong with it.</summary>
    public static string TableOf(TargetSettingsReader reader) =>
        reader.ReadText(ServiceNowDefaults.TableSetting) is { } table && ServiceNowText.IsName(table) ? table : ServiceNowDefaults.Table;

    private static string ReadTable(TargetSettingsReader reader)
    {
        if (reader.ReadText(ServiceNowDefaults.TableSetting) is { } table && !ServiceNowText.IsName(table))
        {
            reader.AddSetting(ServiceNowDefaults.TableSetting, "Set it to the table's name, such as incident or u_finding, or leave it out for incident.");
        }

        return TableOf(reader);
    }

    private static ImmutableSortedDictionary<string, string> ReadFields(TargetSettingsReader reader, TicketTarget target)
    {
        var fields = ReadPrefixed(reader, target, ServiceNowDefaults.FieldSettingPrefix);
        Add(fields, "assignment_group", ReadSysId(reader, ServiceNowDefaults.AssignmentGroupSetting));
        Add(fields, "assigned_to", ReadSysId(reader, ServiceNowDefaults.AssigneeSetting));
        Add(fields, "caller_id", ReadSysId(reader, ServiceNowDefaults.CallerSetting));
        Add(fields, "category", reader.ReadText(ServiceNowDefaults.CategorySetting));
        return fields.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, string> ReadCloseFields(TargetSettingsReader reader, TicketTarget target, ServiceNowWorkflow workflow)
    {
        var fields = ReadPrefixed(reader, target, ServiceNowDefaults.CloseFieldSettingPrefix);
        Add(fields, "close_code", reader.ReadText(ServiceNowDefaults.CloseCodeSetting) ?? workflow.CloseCode);
        Add(fields, "close_notes", reader.ReadText(ServiceNowDefaults.CloseNotesSetting) ?? DefaultCloseNotes);
        return fields.ToImmutable();
    }

    private static void Add(ImmutableSortedDictionary<string, string>.Builder fields, string name, string? value)
    {
        if (value is not null)
        {
            fields[name] = value;
        }
    }

    private static ImmutableSortedDictionary<string, string>.Builder ReadPrefixed(TargetSettingsReader reader, TicketTarget target, string prefix)
    {
        var fields = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var setting in target.Settings.Keys.Where(name => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
        {
            var field = setting[prefix.Length..];
            if (!ServiceNowText.IsName(field) || Taken.Contains(field))
            {
                reader.AddSetting(setting, $"Behind {prefix} stands the name of a field, such as {prefix}cmdb_ci, and none that an export fills by itself.");
            }
            else if (reader.ReadText(setting) is { } value)
            {
                fields[field] = value;
            }
        }

        return fields;
    }

    private static string? ReadSysId(TargetSettingsReader reader, string name)
    {
        var id = reader.ReadText(name);
        if (id is not null && !ServiceNowText.IsSysId(id))
        {
            reader.AddSetting(name, SysIdFix);
        }

        return id;
    }

    private static string? ReadState(TargetSettingsReader reader, string name)
    {
        var state = reader.ReadText(name);
        if (state is not null && (state.Length > MaxState || !RemoteText.IsCode(state)))
        {
            reader.AddSetting(name, StateFix);
        }

        return state;
    }

    private static FrozenDictionary<TicketPriority, string> ReadPriorities(TargetSettingsReader reader)
    {
        var priorities = new Dictionary<TicketPriority, string>(OwnPriorities);
        foreach (var (ours, text) in reader.ReadPriorities())
        {
            if (text is [>= '1' and <= '3', '/', >= '1' and <= '3'])
            {
                priorities[ours] = text;
            }
            else
            {
                reader.AddSetting(TargetSettingsReader.PriorityPrefix + TargetSettingsReader.WordOf(ours), "Set it to impact and urgency, each 1 to 3, such as 2/1.");
            }
        }

        return priorities.ToFrozenDictionary();
    }
}
