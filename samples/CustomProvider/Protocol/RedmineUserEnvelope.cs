namespace CustomProvider.Protocol;

internal sealed record RedmineUserEnvelope
{
    public RedmineUser? User { get; init; }
}
