namespace TicketExport.Providers.Linear.Protocol;

/// <summary>What any of our documents may ask for; each fills some of it.</summary>
internal sealed record LinearData
{
    public LinearUser? Viewer { get; init; }

    public LinearNodes<LinearTeam>? Teams { get; init; }

    public LinearNodes<LinearLabel>? IssueLabels { get; init; }

    public LinearNodes<LinearUser>? Users { get; init; }

    public LinearIssue? Issue { get; init; }

    public LinearNodes<LinearIssue>? Issues { get; init; }

    public LinearPayload? IssueCreate { get; init; }

    public LinearPayload? IssueUpdate { get; init; }

    public LinearPayload? IssueUnarchive { get; init; }

    public LinearPayload? CommentCreate { get; init; }

    public LinearPayload? AttachmentCreate { get; init; }

    public LinearPayload? IssueLabelCreate { get; init; }
}
