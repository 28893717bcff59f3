namespace TicketExport.Samples.Quickstart.Sarif.Protocol;

internal sealed record WireTool
{
    public WireComponent? Driver { get; init; }

    public WireComponent?[]? Extensions { get; init; }
}
