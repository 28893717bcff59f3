namespace TicketExport.Portable.Reading;

/// <summary>The fields that a person fills in: columns of a CSV file, members beside <c>target_id</c> in JSON.</summary>
internal static class LinkWords
{
    public const string TicketId = "provider_ticket_id";
    public const string TicketKey = "external_issue_id";
    public const string TicketUrl = "external_ticket_url";
}
