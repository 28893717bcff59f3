using TicketExport.Contract;
using TicketExport.Ledger;

namespace TicketExport.Portable.Internal;

internal static class FallbackTickets
{
    /// <summary>The ticket of the file. Says portable and plans no retry, which is where the export stands once the file is handed over.</summary>
    public static PortableTicket Of(ExportRecord export, TicketExportDocument document) => new()
    {
        Document = document,
        Account = export.Account,
        DuplicateFingerprint = export.Fingerprint,
        IdempotencyKey = export.IdempotencyKey,
        ExportStatus = ExportStatus.Portable,
        TargetId = export.TargetId,
    };
}
