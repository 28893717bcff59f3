namespace TicketExport.Samples.Quickstart.Sarif.Protocol;

internal sealed record WireAutomation
{
    public string? Id { get; init; }

    public string? Guid { get; init; }
}
