namespace TicketExport.Samples.Quickstart.Sarif.Protocol;

internal sealed record WireLogicalLocation
{
    public string? FullyQualifiedName { get; init; }

    public string? Name { get; init; }
}
