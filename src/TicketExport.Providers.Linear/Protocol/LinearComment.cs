namespace TicketExport.Providers.Linear.Protocol;

internal sealed record LinearComment
{
    public string? Id { get; init; }

    public LinearNode? Issue { get; init; }
}
