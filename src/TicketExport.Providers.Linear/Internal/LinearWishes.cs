using System.Collections.Immutable;
using TicketExport.Contract;
using TicketExport.Providers.Linear.Protocol;

namespace TicketExport.Providers.Linear.Internal;

/// <summary>What a request refers to by names and Linear by ids.</summary>
internal sealed record LinearWishes
{
    /// <summary>The names of labels, those of the target first; equal ones once.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>Who should get the issue, by e-mail address, the best first.</summary>
    public ImmutableArray<string> Emails { get; init; } = [];

    public static LinearWishes ForNew(LinearTargetSettings settings, TicketExportDocument document) => new()
    {
        Labels = LabelsOf(settings, document.Labels),
        Emails = [.. new[] { document.Assignee?.Trim(), settings.Assignee }.OfType<string>().Where(LinearTargetSettings.IsEmail).Distinct(StringComparer.OrdinalIgnoreCase)],
    };

    public static LinearWishes ForUpdate(LinearTargetSettings settings, TicketExportDocument document) =>
        new() { Labels = LabelsOf(settings, document.Labels) };

    public static LinearWishes ForCheck(LinearTargetSettings settings) => new()
    {
        Labels = LabelsOf(settings, []),
        Emails = settings.Assignee is { } assignee && LinearTargetSettings.IsEmail(assignee) ? [assignee] : [],
    };

    /// <param name="team">The team's key or id.</param>
    public LinearPrepareVariables ToVariables(string team)
    {
        var isId = LinearTargetSettings.IsUuid(team);
        var filter = new LinearTeamFilter
        {
            Id = isId ? new LinearComparator(team) : null,
            Key = isId ? null : new LinearComparator(team),
        };
        return new LinearPrepareVariables
        {
            Team = filter,
            LabelTeam = filter,
            Labels = Labels,
            WithLabels = !Labels.IsEmpty,
            Emails = Emails,
            WithUsers = !Emails.IsEmpty,
        };
    }

    private static ImmutableArray<string> LabelsOf(LinearTargetSettings settings, ImmutableArray<string> labels) =>
        [.. settings.Labels.Concat(labels.Select(LinearTicketMapper.ToLabel)).Where(static label => label.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(LinearDefaults.MaxLabels)];
}
