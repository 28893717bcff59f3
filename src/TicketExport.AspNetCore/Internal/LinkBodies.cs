using TicketExport.AspNetCore.Protocol;
using TicketExport.Ledger;
using TicketExport.States;

namespace TicketExport.AspNetCore.Internal;

/// <summary>Writes an export as the tie between a source and its ticket. Pure.</summary>
internal static class LinkBodies
{
    public static LinkBody Of(ExportRecord export, TicketSync? sync) => new()
    {
        Provider = export.ProviderKey,
        TargetId = export.TargetId,
        ExportId = export.ExportId,
        ExternalId = export.Ticket?.ProviderTicketId,
        ExternalKey = export.Ticket?.ExternalIssueId,
        ExternalUrl = export.Ticket?.Url?.AbsoluteUri,
        SyncState = StateOf(export, sync),
        ExportStatus = export.Status,
        IsBroken = export.Link == LinkState.Broken || sync is { IsMissing: true },
        ProviderStatus = HasTicket(export) ? sync?.Status ?? ProviderStatus.Unknown : null,
        RawStatus = HasTicket(export) ? sync?.RawStatus : null,
        CreatedAt = export.CreatedAt,
        UpdatedAt = export.UpdatedAt,
        LinkedAt = export.LinkedAt,
        LastSyncedAt = sync?.LastSyncedAt,
        RetryAt = export.RetryAt ?? sync?.RetryAt,
        NextStep = StepOf(export, sync),
    };

    public static bool HasTicket(ExportRecord export) => export.Link is LinkState.Live or LinkState.Broken;

    /// <summary>Whether the export may still come to a ticket by itself or by a look at the tracker.</summary>
    public static bool IsUnderWay(ExportRecord export) =>
        export.Link == LinkState.None
        && export.Status is ExportStatus.Approved or ExportStatus.Delivering or ExportStatus.DeliveryUnknown or ExportStatus.RetryScheduled;

    /// <summary>The three words of the link, from all axes: what went wrong outweighs what is under way.</summary>
    public static SyncState StateOf(ExportRecord export, TicketSync? sync)
    {
        if (!HasTicket(export))
        {
            return IsUnderWay(export) ? SyncState.Pending : SyncState.Error;
        }

        var isWrong = export.Link == LinkState.Broken
            || export.Status == ExportStatus.PartialFailed
            || sync is { IsMissing: true } or { SyncState: SyncState.Error } or { Failure.IsTransient: false };
        return isWrong ? SyncState.Error : sync?.SyncState == SyncState.Pending ? SyncState.Pending : SyncState.Synced;
    }

    private static NextStep? StepOf(ExportRecord export, TicketSync? sync)
    {
        var step = HasTicket(export) ? SyncRules.OffersAfter(sync).FirstOrDefault() : export.Failure?.NextStep;
        return step is null or NextStep.None ? null : step;
    }
}
