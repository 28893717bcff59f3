namespace TicketExport.Samples.Quickstart.Sarif.Protocol;

internal sealed record WirePhysicalLocation
{
    public WireArtifactLocation? ArtifactLocation { get; init; }

    public WireRegion? Region { get; init; }
}
