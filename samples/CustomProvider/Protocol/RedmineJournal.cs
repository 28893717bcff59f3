namespace CustomProvider.Protocol;

// A change of an issue, or a note on it.
internal sealed record RedmineJournal
{
    public long Id { get; init; }

    public string? Notes { get; init; }
}
