namespace TicketExport.Testing.Internal;

internal sealed record LinearLabel(string Id, string Name, LinearTeam? Team, LinearLabel? Parent)
{
    public bool IsGroup { get; init; }
}
