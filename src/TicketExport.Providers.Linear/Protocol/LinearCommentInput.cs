namespace TicketExport.Providers.Linear.Protocol;

internal sealed record LinearCommentInput
{
    public required string Id { get; init; }

    public required string IssueId { get; init; }

    public required string Body { get; init; }

    public bool DoNotSubscribeToIssue { get; init; } = true;
}
