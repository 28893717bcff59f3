namespace TicketExport.Samples.Quickstart.Sarif.Protocol;

internal sealed record WireArtifact
{
    public WireArtifactLocation? Location { get; init; }
}
