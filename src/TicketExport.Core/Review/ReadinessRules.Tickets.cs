using TicketExport.States;

namespace TicketExport.Review;

/// <summary>The items about tickets that exist or may exist.</summary>
internal static partial class ReadinessRules
{
    private static ReadinessItem ReferenceVisible(ReviewFacts facts)
    {
        const ReadinessKey Key = ReadinessKey.ReferenceVisible;
        return facts switch
        {
            { Reference: { IsVisible: true } reference } => Met(Key, $"The source has {ReviewText.Of(reference)}."),
            { Reference: not null } or { Holder: { Link: LinkState.None, Record.Status: ExportStatus.Exported or ExportStatus.PartialFailed } } =>
                Blocked(Key, "The source has a ticket that has neither an id nor a key nor an address. Put the right ticket into the link.", NextStep.Relink),
            _ => Unmet(Key, "The source has no ticket yet."),
        };
    }

    private static ReadinessItem DuplicateKnown(ReviewFacts facts)
    {
        const ReadinessKey Key = ReadinessKey.DuplicateKnown;
        var doubtful = facts.Exports.FirstOrDefault(export => IsInDoubt(export) && export == facts.Holder)
            ?? facts.Exports.FirstOrDefault(IsInDoubt);
        return (doubtful, doubtful?.Reference) switch
        {
            (null, _) => facts.IsGuardKnown
                ? Met(Key, facts.IsGuardedByTicket ? "The source has one ticket, and it is known." : "No ticket of the source stands in the way.")
                : NotChecked(Key, "Without its source and target the export has no key to look up."),
            (_, { } reference) => Elsewhere(
                facts,
                doubtful,
                Blocked(Key, $"The tracker no longer shows {ReviewText.Of(reference)}. Put the right ticket into the link, or end the link.", NextStep.Relink)),
            _ => Elsewhere(facts, doubtful, Unsettled(doubtful.Record.RetryAt)),
        };
    }

    private static ReadinessItem Unsettled(DateTimeOffset? lookUpAt) => lookUpAt is { } at
        ? Blocked(
            ReadinessKey.DuplicateKnown,
            $"A request left and nobody knows what it did. It is looked up at {ReviewText.Of(at)}, before anything is sent again.",
            NextStep.Wait) with
        { RetryAt = at }
        : Blocked(
            ReadinessKey.DuplicateKnown,
            "A request left and nobody knows what it did. Look at the tracker and confirm whether the ticket exists.",
            NextStep.Confirm);

    // What holds the guard key decides about a second ticket and is no matter of opinion; a doubt at another target is.
    private static ReadinessItem Elsewhere(ReviewFacts facts, ExportFacts doubtful, ReadinessItem item) =>
        item with
        {
            IsOverridable = facts.IsGuardKnown && doubtful != facts.Holder && doubtful != facts.Own,
            ExportId = doubtful.Record.ExportId,
        };

    private static bool IsInDoubt(ExportFacts export) =>
        export.Link == LinkState.Broken
        || (export.Link == LinkState.None
            && (export.Record.Status == ExportStatus.DeliveryUnknown || (export.HasOpenAttempt && export.Record.Status != ExportStatus.Delivering)));

    private static ReadinessItem DuplicateGuardReady(ReviewFacts facts)
    {
        const ReadinessKey Key = ReadinessKey.DuplicateGuardReady;
        return facts switch
        {
            { IsGuardKnown: false } => Blocked(
                Key,
                "Without its source and target the export has no key that could stop a second one.",
                facts.ProviderKey is null && facts.Violations.IsEmpty ? NextStep.FixSettings : NextStep.FixDocument),
            { WouldReplaceTicket: true } =>
                Unmet(Key, "The ticket is closed, and the target's OnClosedTicket gives the finding a new one."),
            { RecreatesWhenAbsent: true } =>
                Unmet(Key, "The target's RecreateWhenAbsent sends again where a ticket is only likely to be absent; a second one is possible."),
            { WouldUpdateTicket: true } or { Holder: null, UpdatesExisting: true } => Met(Key, "A repeated export becomes an update of the ticket."),
            _ => Met(Key, "A repeated export is stopped."),
        };
    }

    private static ReadinessItem SyncFresh(ReviewFacts facts)
    {
        const ReadinessKey Key = ReadinessKey.SyncFresh;
        var unclear = facts.Reference is { IsSyncUnclear: true } counted ? counted : facts.Linked.FirstOrDefault(static reference => reference.IsSyncUnclear);
        if (unclear is not null)
        {
            // A file that was handed over has no status to be in step with, and takes the place of a healthy sync.
            return OutOfStep(unclear) with
            {
                IsBlocking = facts.Own?.Record.PortablePath is null,
                IsOverridable = facts.Own?.Record.PortablePath is null,
                ExportId = unclear.ExportId,
            };
        }

        return facts.Linked.Any(static reference => reference.IsReadable && reference.Link == LinkState.Live)
            ? Met(Key, $"The status of {ReviewText.Of(facts.Reference!)} was read at {ReviewText.Of(facts.Reference!.LastSyncedAt ?? facts.Now)}.")
            : NotChecked(Key, "There is no ticket whose status could be read.");
    }

    private static ReadinessItem OutOfStep(ReviewedReference reference)
    {
        const ReadinessKey Key = ReadinessKey.SyncFresh;
        var ticket = ReviewText.Of(reference);
        var known = reference.LastSyncedAt is { } at ? $" It was last read at {ReviewText.Of(at)}." : "";
        var why = reference.SyncFailure is { } failure ? $" {failure.Message}" : "";
        return reference.StatusSyncStatus switch
        {
            StatusSyncStatus.Stale => Blocked(Key, $"The status of {ticket} is too old to rely on.{known} Read it again.", NextStep.RetrySync),
            StatusSyncStatus.Failed => Blocked(Key, $"The status of {ticket} could not be read.{known}{why}", NextStep.RetrySync),
            StatusSyncStatus.Disconnected => Blocked(Key, $"The target of {ticket} is disconnected; its status is not to be trusted.{known}{why}", NextStep.Reconnect),
            StatusSyncStatus.RetryScheduled => Blocked(Key, $"The status of {ticket} could not be read and is read again {Later(reference.SyncRetryAt)}.{known}", NextStep.Wait) with
            {
                RetryAt = reference.SyncRetryAt,
            },
            _ => Blocked(Key, $"The status of {ticket} was never read.", NextStep.RetrySync),
        };
    }

    private static string Later(DateTimeOffset? at) => at is { } instant ? $"at {ReviewText.Of(instant)}" : "later";
}
