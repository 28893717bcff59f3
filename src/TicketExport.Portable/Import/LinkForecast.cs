using TicketExport.Identity;
using TicketExport.Ledger;
using TicketExport.Links;
using TicketExport.States;

namespace TicketExport.Portable.Import;

/// <summary>What an import would make of a link, as the ledger's own rule would decide it. Pure.</summary>
internal static class LinkForecast
{
    public static (PortableLinkOutcome Outcome, ExportRecord? Export) Of(LinkImport link, TicketTarget target, IEnumerable<ExportRecord> ofSource)
    {
        var fingerprint = DuplicateFingerprint.Compute(link.Account, link.Source, link.SourceFingerprint);
        var holders = ofSource.Where(export => export.Fingerprint == fingerprint && export.Link != LinkState.Unlinked
            && (target.LinkScope != LinkScope.PerTarget || export.TargetId == target.Id)).ToArray();
        if (holders.FirstOrDefault(static export => export.Link is LinkState.Live or LinkState.Broken) is { } linked)
        {
            var isSame = linked.TargetId == target.Id && linked.Ticket?.ProviderTicketId == link.Ticket.ProviderTicketId;
            return (isSame ? PortableLinkOutcome.AlreadyLinked : PortableLinkOutcome.Conflict, linked);
        }

        return holders.FirstOrDefault(export => IsInTheWay(export, target)) is { } inTheWay ? (PortableLinkOutcome.InUse, inTheWay) : (PortableLinkOutcome.WouldLink, null);
    }

    // An export at the same target takes the ticket unless it is being sent; one at another target keeps the source while it goes on.
    private static bool IsInTheWay(ExportRecord export, TicketTarget target) => export.TargetId == target.Id
        ? export.Status == ExportStatus.Delivering
        : export.HasOpenAttempt || export.Status is not (ExportStatus.Failed or ExportStatus.Blocked or ExportStatus.Portable or ExportStatus.Disconnected);
}
