using System.Globalization;
using TicketExport.Ledger;
using TicketExport.Pipeline;
using TicketExport.States;
using TicketExport.Sync;

namespace TicketExport.Policies;

/// <summary>The words for a source that has a ticket already. Pure.</summary>
internal static class Answers
{
    public static bool AsksForExisting(PreparedExport export) => export.Target.OnDuplicate == DuplicatePolicy.OpenExisting;

    /// <summary>The ticket stands as it is: what the caller gets follows from the duplicate policy alone.</summary>
    public static ExportResult Stands(PreparedExport export, ExportRecord holder) =>
        export.Target.OnDuplicate is DuplicatePolicy.OpenExisting or DuplicatePolicy.UpdateExisting
            ? Results.OpenedExisting(holder)
            : Results.AlreadyExported(holder);

    /// <summary>The ticket stands, and it is not known to be as asked.</summary>
    public static ExportResult NotInStep(ExportRecord holder, ExportFailure failure) => Results.AlreadyExported(holder, failure);

    public static ExportFailure Duplicate(ExportRecord holder, TicketSync? known)
    {
        var failure = FailureMap.Duplicate(holder);
        return known switch
        {
            { IsMissing: true } => failure with
            {
                Message = $"{failure.Message} The tracker no longer showed it when it was last read. It blocks all the same: put the right ticket into the link, or end the link.",
                NextStep = NextStep.Relink,
            },
            { Status: ProviderStatus.Done, LastSyncedAt: { } readAt } => failure with
            {
                Message = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{failure.Message} It was closed when it was read at {readAt:yyyy-MM-dd'T'HH:mm:ss'Z'}; a closed ticket blocks as an open one does, and says nothing about the finding. Reopen it, end the link, or set OnClosedTicket of the target."),
            },
            _ => failure,
        };
    }

    public static ExportFailure NotReadNow(DateTimeOffset? until) => new()
    {
        Code = ExportCodes.StatusSyncFailed,
        SubCode = SyncFailures.Read,
        Reason = FailureReason.Unavailable,
        Message = until is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"The ticket's status is not read before {at:yyyy-MM-dd'T'HH:mm:ss'Z'}, so the ticket was not changed. Export again after that.")
            : "The ticket's status changed hands while it was read, so the ticket was not changed. Export again.",
        NextStep = NextStep.RetrySync,
        IsTransient = true,
    };
}
