namespace TicketExport.Samples.Quickstart.Sarif.Protocol;

internal sealed record WireText
{
    public string? Text { get; init; }
}
