namespace TicketExport.Samples.Quickstart.Sarif.Protocol;

internal sealed record WireSuppression
{
    public string? Status { get; init; }
}
