namespace TicketExport.Samples.Quickstart.Sarif.Protocol;

internal sealed record WireLog
{
    public WireRun?[]? Runs { get; init; }
}
