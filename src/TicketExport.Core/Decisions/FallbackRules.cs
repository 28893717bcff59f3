using TicketExport.Ledger;
using TicketExport.States;

namespace TicketExport.Decisions;

/// <summary>Says when a file may take the place of a ticket. Pure.</summary>
public static class FallbackRules
{
    /// <summary>
    /// Whether an export may be handed over as a file: it has no ticket and none is in doubt, and the native way is out or takes
    /// too long. Never because of the document itself: what must not be sent must not be filed either.
    /// </summary>
    /// <param name="export">The export.</param>
    /// <param name="options">How many rate limits and how long a wait are borne.</param>
    /// <param name="now">The time.</param>
    public static bool IsEligible(ExportRecord export, TicketExportOptions options, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(export);
        ArgumentNullException.ThrowIfNull(options);
        return export is { Link: LinkState.None, HasOpenAttempt: false } && export.Status switch
        {
            ExportStatus.Disconnected => true,
            ExportStatus.RetryScheduled => export.RateLimits >= options.FallbackAfterRateLimits || export.RetryAt - now > options.FallbackAfterWait,
            ExportStatus.Failed or ExportStatus.Blocked => export.Failure?.Code is ExportCodes.PortableExportRequired
                or ExportCodes.ProviderUnavailable
                or ExportCodes.ProviderAuthFailed
                or ExportCodes.ProviderNotConfigured,
            _ => false,
        };
    }
}
