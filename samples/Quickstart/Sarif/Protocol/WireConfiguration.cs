namespace TicketExport.Samples.Quickstart.Sarif.Protocol;

internal sealed record WireConfiguration
{
    public string? Level { get; init; }
}
