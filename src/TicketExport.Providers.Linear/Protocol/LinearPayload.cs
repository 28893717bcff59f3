namespace TicketExport.Providers.Linear.Protocol;

/// <summary>What any of our mutations answers.</summary>
internal sealed record LinearPayload
{
    public bool Success { get; init; }

    public LinearIssue? Issue { get; init; }

    public LinearNode? Comment { get; init; }

    public LinearNode? IssueLabel { get; init; }
}
