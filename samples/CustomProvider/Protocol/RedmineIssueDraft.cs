namespace CustomProvider.Protocol;

// What is written; what is null is left out and stays as it is.
internal sealed record RedmineIssueDraft
{
    public string? ProjectId { get; init; }

    public long? TrackerId { get; init; }

    public string? Subject { get; init; }

    public string? Description { get; init; }

    public long? PriorityId { get; init; }

    public long? AssignedToId { get; init; }

    public long? StatusId { get; init; }

    public string? Notes { get; init; }

    public bool? PrivateNotes { get; init; }
}
