namespace TicketExport.Samples.Quickstart.Sarif.Protocol;

internal sealed record WireRegion
{
    public int? StartLine { get; init; }

    public int? StartColumn { get; init; }

    public int? EndLine { get; init; }

    public int? EndColumn { get; init; }

    public WireText? Snippet { get; init; }
}
