namespace CustomProvider.Protocol;

internal sealed record RedmineUser
{
    public long Id { get; init; }

    public string? Login { get; init; }
}
