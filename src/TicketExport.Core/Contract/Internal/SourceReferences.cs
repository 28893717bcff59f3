using System.Text.Json;

namespace TicketExport.Contract.Internal;

/// <summary>Which of a source's own ids its type asks for: each known type names its record in one member, other types in none.</summary>
internal static class SourceReferences
{
    private const string IssueId = "issue_id";
    private const string FixTaskId = "fix_task_id";

    public static void Check(TicketSource source, ViolationCollector violations) =>
        Check(source.Type, source.IssueId is not null, source.FixTaskId is not null, violations);

    public static void CheckJson(JsonElement source, ViolationCollector violations)
    {
        var type = source.TryGetProperty("type", out var json) && json.ValueKind == JsonValueKind.String && JsonText.TryGet(json, out var text)
            ? text
            : null;
        Check(type, IsSet(source, IssueId), IsSet(source, FixTaskId), violations);
    }

    private static void Check(string? type, bool hasIssue, bool hasFixTask, ViolationCollector violations)
    {
        if (string.IsNullOrEmpty(type) || !StringForm.SourceType.IsMet(type))
        {
            return;
        }

        CheckMember(IssueId, hasIssue, SourceTypes.ReportIssue, type, violations);
        CheckMember(FixTaskId, hasFixTask, SourceTypes.FixTask, type, violations);
    }

    private static void CheckMember(string member, bool isSet, string owner, string type, ViolationCollector violations)
    {
        var isOwner = string.Equals(type, owner, StringComparison.Ordinal);
        if (isOwner && !isSet)
        {
            violations.AddAt(member, ContractRules.Required, $"Is not set. A source of type '{owner}' gives it.");
        }
        else if (!isOwner && isSet)
        {
            violations.AddAt(member, ContractRules.Conflict, $"Is set, which only a source of type '{owner}' may do. Set it to null or change the type.");
        }
    }

    private static bool IsSet(JsonElement source, string member) =>
        source.TryGetProperty(member, out var json) && json.ValueKind != JsonValueKind.Null;
}
