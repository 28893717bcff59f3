using System.Collections.Frozen;

namespace TicketExport.Testing.Internal;

/// <summary>The task tables that ServiceNow ships: their numbers and states.</summary>
internal static class FakeServiceNowTables
{
    public const string Users = "sys_user";
    public const string Journal = "sys_journal_field";

    private static readonly FrozenDictionary<string, (string Prefix, string State, string[] Done, string[] Inactive)> Known =
        new Dictionary<string, (string, string, string[], string[])>
        {
            ["incident"] = ("INC", "1", ["6", "7", "8"], ["7", "8"]),
            ["problem"] = ("PRB", "101", ["106", "107"], ["107"]),
            ["change_request"] = ("CHG", "-5", ["3", "4"], ["3", "4"]),
            ["sc_task"] = ("SCTASK", "1", ["3", "4", "7"], ["3", "4", "7"]),
            ["task"] = ("TASK", "1", ["3", "4", "7"], ["3", "4", "7"]),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Fields = new[]
    {
        "short_description", "description", "correlation_id", "correlation_display", "state", "impact", "urgency", "category", "subcategory", "assignment_group",
        "assigned_to", "caller_id", "cmdb_ci", "contact_type", "close_code", "close_notes", "resolution_code", "work_notes", "comments", "hold_reason",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsShipped(string table) => Known.ContainsKey(table);

    public static bool IsField(string name) => Fields.Contains(name) || name.StartsWith("u_", StringComparison.Ordinal);

    public static string PrefixOf(string table) => Known.GetValueOrDefault(table, Known["task"]).Prefix;

    public static string FirstStateOf(string table) => Known.GetValueOrDefault(table, Known["task"]).State;

    /// <summary>Whether a state ends the work on a record.</summary>
    public static bool IsDone(string table, string state) => Known.GetValueOrDefault(table, Known["task"]).Done.Contains(state, StringComparer.Ordinal);

    /// <summary>A resolved incident is active still.</summary>
    public static bool IsInactive(string table, string state) => Known.GetValueOrDefault(table, Known["task"]).Inactive.Contains(state, StringComparer.Ordinal);
}
