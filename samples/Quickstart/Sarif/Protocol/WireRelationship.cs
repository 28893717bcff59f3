namespace TicketExport.Samples.Quickstart.Sarif.Protocol;

internal sealed record WireRelationship
{
    public WireReference? Target { get; init; }
}
