namespace TicketExport.Providers.ServiceNow.Protocol;

// A record of a task table; only what was asked for is there. All values of the Table API are strings.
internal sealed record ServiceNowRecord
{
    public string? SysId { get; init; }

    public string? Number { get; init; }

    public string? State { get; init; }

    public string? Active { get; init; }

    // Absent, which is null here, where the table has no such field or the credentials may not read it; empty where it has no value.
    public string? CorrelationId { get; init; }

    public string? SysUpdatedOn { get; init; }

    public string? WorkNotes { get; init; }

    public string? Comments { get; init; }
}
