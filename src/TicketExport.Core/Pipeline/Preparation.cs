namespace TicketExport.Pipeline;

/// <summary>What preparing came to: ready to be claimed, or refused with nothing sent.</summary>
internal abstract record Preparation
{
    private Preparation()
    {
    }

    internal sealed record Ready(PreparedExport Export) : Preparation;

    internal sealed record Refused(ExportResult Result) : Preparation;
}
