namespace CustomProvider.Protocol;

// A project, tracker, priority or user as it stands inside other things.
internal sealed record RedmineNamed
{
    public long Id { get; init; }

    public string? Name { get; init; }
}
