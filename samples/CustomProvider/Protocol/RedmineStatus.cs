namespace CustomProvider.Protocol;

internal sealed record RedmineStatus
{
    public long Id { get; init; }

    public string? Name { get; init; }

    // Always there in a list of statuses; older versions leave it out inside an issue.
    public bool? IsClosed { get; init; }
}
