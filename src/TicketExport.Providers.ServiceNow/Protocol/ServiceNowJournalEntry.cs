namespace TicketExport.Providers.ServiceNow.Protocol;

// An entry of a journal: a work note or a comment.
internal sealed record ServiceNowJournalEntry
{
    public string? SysId { get; init; }

    public string? Element { get; init; }

    public string? ElementId { get; init; }

    public string? Value { get; init; }

    public string? SysCreatedBy { get; init; }

    public string? SysCreatedOn { get; init; }
}
