namespace TicketExport.Samples.Quickstart.Sarif.Protocol;

internal sealed record WireArtifactLocation
{
    public string? Uri { get; init; }

    public string? UriBaseId { get; init; }

    public int? Index { get; init; }
}
