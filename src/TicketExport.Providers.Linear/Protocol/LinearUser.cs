namespace TicketExport.Providers.Linear.Protocol;

internal sealed record LinearUser
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? DisplayName { get; init; }

    public string? Email { get; init; }

    public bool Active { get; init; }

    public LinearOrganization? Organization { get; init; }
}
