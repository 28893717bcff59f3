namespace TicketExport.Samples.Quickstart.Sarif.Protocol;

internal sealed record WireRepository
{
    public string? RepositoryUri { get; init; }

    public string? RevisionId { get; init; }

    public WireArtifactLocation? MappedTo { get; init; }
}
