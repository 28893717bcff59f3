namespace TicketExport.Providers.Linear.Protocol;

/// <summary>A team by its id or by its key.</summary>
internal sealed record LinearTeamFilter
{
    public LinearComparator? Id { get; init; }

    public LinearComparator? Key { get; init; }
}
