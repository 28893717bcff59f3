namespace TicketExport.Providers.Linear.Protocol;

internal sealed record LinearTeam
{
    public string? Id { get; init; }

    public string? Key { get; init; }

    public string? Name { get; init; }

    public DateTimeOffset? ArchivedAt { get; init; }

    public DateTimeOffset? RetiredAt { get; init; }

    public LinearNodes<LinearState>? States { get; init; }
}
