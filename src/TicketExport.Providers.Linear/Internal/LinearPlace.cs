using System.Collections.Immutable;
using TicketExport.Http;
using TicketExport.Providers.Linear.Protocol;

namespace TicketExport.Providers.Linear.Internal;

/// <summary>Where a new issue goes, and the ids of what it refers to.</summary>
internal sealed record LinearPlace
{
    public required string OrganizationId { get; init; }

    public required string TeamId { get; init; }

    public string TeamName { get; init; } = "";

    public ImmutableArray<string> LabelIds { get; init; } = [];

    /// <summary>Names that the team has no label of.</summary>
    public ImmutableArray<string> MissingLabels { get; init; } = [];

    public string? AssigneeId { get; init; }

    /// <summary>What keeps the target from getting an issue; the other members mean nothing then.</summary>
    public ProviderFault? Fault { get; init; }

    /// <summary>Reads the answer to <see cref="LinearDocuments.PrepareIssue"/>.</summary>
    /// <returns><see langword="null"/> for an answer that cannot be read.</returns>
    public static LinearPlace? Read(TicketHttpResult result, LinearTargetSettings settings, LinearWishes wishes)
    {
        if (LinearAnswers.DataOf(result) is not { Teams: { } teams } data || LinearAnswers.ViewerOf(result) is not { } viewer)
        {
            return null;
        }

        var team = teams.Nodes.FirstOrDefault(static team => RemoteText.IsId(team.Id));
        if (team is null || team.ArchivedAt is not null || team.RetiredAt is not null)
        {
            return Without(TeamFault(team));
        }

        var (labelIds, missing) = ResolveLabels(data.IssueLabels?.Nodes ?? [], team.Id!, wishes);
        var assigneeId = AssigneeOf(data, settings, wishes);
        return new LinearPlace
        {
            OrganizationId = viewer.Organization!.Id!,
            TeamId = team.Id!,
            TeamName = team.Name ?? team.Key ?? "",
            LabelIds = labelIds,
            MissingLabels = missing,
            AssigneeId = assigneeId,
            Fault = LabelFault(settings, missing) ?? (settings.Assignee is not null && assigneeId is null ? AssigneeFault : null),
        };
    }

    private static ProviderFault AssigneeFault => FaultOf(
        FailureReason.MappingIncomplete,
        "The workspace has no active user of the e-mail address in the target's settings. Check Settings:assignee.",
        LinearErrorCodes.AssigneeUnknown,
        LinearDefaults.AssigneeSetting);

    private static LinearPlace Without(ProviderFault fault) => new() { OrganizationId = "", TeamId = "", Fault = fault };

    private static ProviderFault TeamFault(LinearTeam? team) => team is null
        ? FaultOf(FailureReason.NotFound, "Linear does not know the team, or hides it from these credentials. Check Settings:team.", LinearErrorCodes.TeamUnknown, LinearDefaults.TeamSetting)
        : FaultOf(FailureReason.NotFound, "The team is retired and takes no more issues. Set Settings:team to another.", LinearErrorCodes.TeamRetired, LinearDefaults.TeamSetting);

    // A document may name labels that Linear does not have; its body shows them all the same. Those of the target are a promise.
    private static ProviderFault? LabelFault(LinearTargetSettings settings, ImmutableArray<string> missing)
    {
        var promised = settings.Labels.Intersect(missing, StringComparer.OrdinalIgnoreCase).ToArray();
        return settings.CreateLabels || promised.Length == 0
            ? null
            : FaultOf(
                FailureReason.MappingIncomplete,
                $"The team has no label {string.Join(", ", promised.Select(static name => $"'{name}'"))}. Make it in Linear, take it from Settings:labels, or set Settings:create_labels to true.",
                LinearErrorCodes.LabelUnknown,
                LinearDefaults.LabelsSetting);
    }

    private static (ImmutableArray<string> Ids, ImmutableArray<string> Missing) ResolveLabels(ImmutableArray<LinearLabel> labels, string teamId, LinearWishes wishes)
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        var missing = ImmutableArray.CreateBuilder<string>();
        var groups = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in wishes.Labels)
        {
            var label = labels
                .Where(label => string.Equals(label.Name, name, StringComparison.OrdinalIgnoreCase) && !label.IsGroup && RemoteText.IsId(label.Id))
                .Where(label => label.Team is null || label.Team.Id == teamId)
                .OrderBy(static label => label.Team is null)
                .FirstOrDefault();
            if (label is null)
            {
                missing.Add(name);
            }
            else if (label.Parent?.Id is not { } group || groups.Add(group))
            {
                // Linear takes one label of a group.
                ids.Add(label.Id!);
            }
        }

        return (ids.ToImmutable(), missing.ToImmutable());
    }

    private static string? AssigneeOf(LinearData data, LinearTargetSettings settings, LinearWishes wishes)
    {
        var users = (data.Users?.Nodes ?? []).Where(static user => user.Active && RemoteText.IsId(user.Id)).ToArray();
        return wishes.Emails
            .Select(email => users.FirstOrDefault(user => string.Equals(user.Email, email, StringComparison.OrdinalIgnoreCase))?.Id)
            .FirstOrDefault(static id => id is not null)
            ?? (settings.Assignee is { } assignee && LinearTargetSettings.IsUuid(assignee) ? assignee.ToLowerInvariant() : null);
    }

    private static ProviderFault FaultOf(FailureReason reason, string message, string code, string setting) =>
        new() { Reason = reason, Message = message, ProviderErrorCode = code, Setting = $"Settings:{setting}" };
}
