using TicketExport.Ledger;

namespace TicketExport.Portable.Internal;

/// <summary>Parks an export as a file.</summary>
internal interface IExportParking
{
    /// <summary>The path of the file that the export is parked with, if it is.</summary>
    string? PathOf(ExportRecord export);

    /// <returns>The export as it was parked, or <see langword="null"/> where its state refuses that; nothing was written then.</returns>
    Task<ExportRecord?> ParkAsync(string accountId, string exportId, string path, AuditStamp by);
}
