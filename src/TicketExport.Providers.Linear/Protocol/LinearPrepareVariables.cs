using System.Collections.Immutable;

namespace TicketExport.Providers.Linear.Protocol;

internal sealed record LinearPrepareVariables
{
    public required LinearTeamFilter Team { get; init; }

    /// <summary>The same team, as the filter of labels wants it.</summary>
    public required LinearTeamFilter LabelTeam { get; init; }

    public required ImmutableArray<string> Labels { get; init; }

    public required bool WithLabels { get; init; }

    public required ImmutableArray<string> Emails { get; init; }

    public required bool WithUsers { get; init; }
}
