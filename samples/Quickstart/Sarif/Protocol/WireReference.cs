namespace TicketExport.Samples.Quickstart.Sarif.Protocol;

internal sealed record WireReference
{
    public string? Id { get; init; }

    public string? Guid { get; init; }

    public int? Index { get; init; }

    public WireComponentReference? ToolComponent { get; init; }
}
