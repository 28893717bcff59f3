using TicketExport.Identity;

namespace TicketExport.Pipeline;

/// <summary>A request that was refused although its source and target are known, so that the ledger can tell of it.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Target">The target.</param>
/// <param name="KeepsDocument">Whether the ledger may hold the document.</param>
internal sealed record StoppedExport(ExportRequest Request, TicketTarget Target, bool KeepsDocument)
{
    public ExportKeys KeysOf(int generation) => ExportKeys.Compute(Request.Account, Request.Document.Source, Target, generation);
}
