using System.Collections.Immutable;

namespace TicketExport.Providers.Linear.Protocol;

/// <summary>The fields of <c>IssueCreateInput</c> and <c>IssueUpdateInput</c> that we set; what is not set is not sent.</summary>
internal sealed record LinearIssueInput
{
    public string? Id { get; init; }

    public string? TeamId { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public int? Priority { get; init; }

    public ImmutableArray<string>? LabelIds { get; init; }

    /// <summary>Of an update: labels beside those that people gave the issue.</summary>
    public ImmutableArray<string>? AddedLabelIds { get; init; }

    public string? AssigneeId { get; init; }

    public string? ProjectId { get; init; }

    public string? StateId { get; init; }
}
