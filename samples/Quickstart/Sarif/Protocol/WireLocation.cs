namespace TicketExport.Samples.Quickstart.Sarif.Protocol;

internal sealed record WireLocation
{
    public int? Id { get; init; }

    public WirePhysicalLocation? PhysicalLocation { get; init; }

    public WireLogicalLocation?[]? LogicalLocations { get; init; }
}
