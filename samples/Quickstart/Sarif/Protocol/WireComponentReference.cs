namespace TicketExport.Samples.Quickstart.Sarif.Protocol;

internal sealed record WireComponentReference
{
    public string? Name { get; init; }

    public string? Guid { get; init; }

    public int? Index { get; init; }
}
