using TicketExport.Ledger;
using TicketExport.States;

namespace TicketExport.Review;

/// <summary>Tells what went wrong with an attempt. Pure.</summary>
internal static class AttemptVerdicts
{
    public static AttemptVerdict Of(AttemptRecord attempt, ReviewedReference? made) => attempt.State is AttemptState.Created or AttemptState.Adopted
        ? made is { SyncFailure: not null } or { StatusSyncStatus: StatusSyncStatus.Failed or StatusSyncStatus.Disconnected }
            ? AttemptVerdict.SyncFailure
            : AttemptVerdict.None
        : OfCode(attempt.Failure?.Code);

    private static AttemptVerdict OfCode(string? code) => code switch
    {
        null => AttemptVerdict.None,
        ExportCodes.MappingRequired => AttemptVerdict.MappingGap,
        ExportCodes.Duplicate or ExportCodes.DuplicateBlocked => AttemptVerdict.DuplicateBlock,
        ExportCodes.StatusSyncFailed => AttemptVerdict.SyncFailure,
        ExportCodes.PortableExportFailed => AttemptVerdict.PortableFailure,
        _ => AttemptVerdict.DeliveryFailure,
    };
}
