namespace TicketExport.Pipeline;

/// <summary>What preparing came to: ready to be claimed, or refused with nothing sent.</summary>
internal abstract record Preparation
{
    private Preparation()
    {
    }

    internal sealed record Ready(PreparedExport Export) : Preparation;

    /// <summary>Refused.</summary>
    /// <param name="Result">The answer for the caller, as long as the ledger knows nothing of it.</param>
    /// <param name="Stopped">What the ledger can be told; <see langword="null"/> when there is no source, no target, or a secret in an id.</param>
    internal sealed record Refused(ExportResult Result, StoppedExport? Stopped) : Preparation;
}
