using TicketExport.Ledger;
using TicketExport.Providers;

namespace TicketExport.Inbound;

/// <summary>Hands the status of an event to the host, where the target's settings allow it.</summary>
internal sealed class SourceStatuses(ISourceStatusHandler? handler = null)
{
    public const string NotMapped = "status_not_mapped";
    public const string NotTaken = "status_not_taken";

    /// <returns>Why the status was not applied, in one word; <see langword="null"/> when it was.</returns>
    public async Task<string?> ApplyAsync(ExportRecord export, TicketTarget target, InboundEvent told, CancellationToken cancellationToken)
    {
        var asked = told.RequestStatus!;
        if (!target.Settings.TryGetValue(ISourceStatusHandler.SettingPrefix + asked, out var status) || string.IsNullOrWhiteSpace(status))
        {
            return NotMapped;
        }

        if (handler is null)
        {
            return NotTaken;
        }

        var change = new SourceStatusChange
        {
            AccountId = export.Account.Id,
            Source = export.Source,
            ExportId = export.ExportId,
            Status = status.Trim(),
            RawStatus = asked,
            OccurredAt = told.OccurredAt,
        };
        return await handler.ApplyAsync(change, cancellationToken).ConfigureAwait(false) ? null : NotTaken;
    }
}
