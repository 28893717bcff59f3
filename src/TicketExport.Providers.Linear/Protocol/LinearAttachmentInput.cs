namespace TicketExport.Providers.Linear.Protocol;

internal sealed record LinearAttachmentInput
{
    public required string IssueId { get; init; }

    public required string Title { get; init; }

    public required string Url { get; init; }
}
