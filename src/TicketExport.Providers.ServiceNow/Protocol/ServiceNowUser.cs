namespace TicketExport.Providers.ServiceNow.Protocol;

internal sealed record ServiceNowUser
{
    public string? UserName { get; init; }

    public string? Name { get; init; }
}
