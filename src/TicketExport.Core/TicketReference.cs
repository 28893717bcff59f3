namespace TicketExport;

/// <summary>A ticket at a tracker.</summary>
public sealed record TicketReference
{
    /// <summary>The tracker's unchanging id of the ticket (<c>provider_ticket_id</c>).</summary>
    public required string ProviderTicketId { get; init; }

    /// <summary>The key or number that people use (<c>external_issue_id</c>); may change when the ticket moves.</summary>
    public string? ExternalIssueId { get; init; }

    /// <summary>The ticket's address (<c>external_ticket_url</c>).</summary>
    public Uri? Url { get; init; }
}
