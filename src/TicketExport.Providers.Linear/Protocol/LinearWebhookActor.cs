namespace TicketExport.Providers.Linear.Protocol;

internal sealed record LinearWebhookActor
{
    public string? Id { get; init; }

    public string? Name { get; init; }
}
