namespace CustomProvider.Protocol;

internal sealed record RedmineStatusList
{
    public RedmineStatus[] IssueStatuses { get; init; } = [];
}
