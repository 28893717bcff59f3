namespace TicketExport.Providers.ServiceNow.Protocol;

// What the script of docs/providers/servicenow.md sends.
internal sealed record ServiceNowDelivery
{
    public string? Event { get; init; }

    public string? Table { get; init; }

    public string? SysId { get; init; }

    public string? Number { get; init; }

    public string? State { get; init; }

    public string? Active { get; init; }

    public string? SysUpdatedBy { get; init; }

    public string? SysUpdatedOn { get; init; }

    public string? SysModCount { get; init; }

    public ServiceNowJournalEntry? Comment { get; init; }
}
