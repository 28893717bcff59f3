namespace TicketExport.Providers.Linear.Protocol;

internal sealed record LinearLabelInput
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string TeamId { get; init; }
}
