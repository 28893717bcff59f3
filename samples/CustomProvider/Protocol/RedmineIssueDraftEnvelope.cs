namespace CustomProvider.Protocol;

internal sealed record RedmineIssueDraftEnvelope(RedmineIssueDraft Issue);
