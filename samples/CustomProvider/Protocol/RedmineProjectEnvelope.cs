namespace CustomProvider.Protocol;

internal sealed record RedmineProjectEnvelope
{
    public RedmineNamed? Project { get; init; }
}
