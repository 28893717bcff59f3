namespace TicketExport.Providers.Linear.Protocol;

internal sealed record LinearIssue
{
    public string? Id { get; init; }

    public string? Identifier { get; init; }

    public string? Url { get; init; }

    public string? Description { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public DateTimeOffset? ArchivedAt { get; init; }

    public bool? Trashed { get; init; }

    public LinearState? State { get; init; }

    public LinearTeam? Team { get; init; }
}
