using System.Collections.Immutable;
using TicketExport.States;

namespace TicketExport.Ledger;

/// <summary>The decisions about the sync of a link as pure functions: every ledger decides through these, so that none can differ.</summary>
/// <remarks>None of them returns anything of an export but its link's reference: a sync never touches a document or a status of an export.</remarks>
public static partial class SyncRules
{
    /// <summary>The most exports that one look-up may ask for.</summary>
    public const int MaxFound = 500;

    /// <summary>How far the status of a ticket, as last read, can be relied on now.</summary>
    /// <param name="sync">What is known; <see langword="null"/> when nothing is.</param>
    /// <param name="freshness">How old a status may be; see <see cref="TicketExportOptions.StatusFreshness"/>.</param>
    /// <param name="now">The time.</param>
    public static StatusSyncStatus StatusOf(TicketSync? sync, TimeSpan freshness, DateTimeOffset now) => sync switch
    {
        null => StatusSyncStatus.Never,
        { Failure.Reason: FailureReason.Authentication or FailureReason.Permission } => StatusSyncStatus.Disconnected,
        { Failure: not null, RetryAt: not null } => StatusSyncStatus.RetryScheduled,
        { Failure: not null } => StatusSyncStatus.Failed,
        { LastSyncedAt: { } at } => now - at > freshness ? StatusSyncStatus.Stale : StatusSyncStatus.Fresh,
        _ => StatusSyncStatus.Never,
    };

    /// <summary>What a person may do after a sync that brought no status, the most promising step first.</summary>
    /// <returns>The steps; empty when nothing is wrong.</returns>
    public static ImmutableArray<NextStep> OffersAfter(TicketSync? sync) => sync switch
    {
        null or { Failure: null, WriteFailure: null } => [],
        { IsMissing: true } => [NextStep.Relink, NextStep.RetrySync, NextStep.Reconnect],
        { Failure.Reason: FailureReason.Authentication or FailureReason.Permission } => [NextStep.Reconnect, NextStep.RetrySync],
        _ => [NextStep.RetrySync, NextStep.Reconnect],
    };

    /// <summary>Whether nothing may be read yet, because a time was planned that has not come.</summary>
    public static bool IsWaiting(TicketSync? sync, DateTimeOffset now) => sync?.RetryAt > now;

    /// <summary>Decides on a fact about a ticket.</summary>
    /// <exception cref="ArgumentException">The fact holds text that cannot be stored.</exception>
    public static SyncChange Write(SyncFact fact, SyncSituation situation)
    {
        ThrowIfUnusable(fact);
        ArgumentNullException.ThrowIfNull(situation);
        if (situation.Export is not { Ticket: { } ticket, Link: not LinkState.Unlinked } || ticket.ProviderTicketId != fact.ProviderTicketId)
        {
            return new(SyncWriteResult.NotLinked);
        }

        var entry = EntryOf(situation.Export, ticket, situation.Current);
        var observed = LedgerTime.Floor(fact.ObservedAt);
        if (observed < entry.Sync.ObservedAt || fact.ProviderUpdatedAt < entry.Sync.ProviderUpdatedAt)
        {
            return new(SyncWriteResult.Older);
        }

        return new(SyncWriteResult.Written)
        {
            Write = entry with { Sync = Seen(entry.Sync, fact, observed) },
            Reference = fact.Reference is { } seen ? Renamed(ticket, seen) : null,
        };
    }

    /// <summary>Refuses a look-up that cannot be answered.</summary>
    /// <exception cref="ArgumentException">There are too many ids, or one cannot be stored.</exception>
    public static void ThrowIfUnusable(string accountId, ImmutableArray<string> exportIds)
    {
        LedgerText.ThrowIfUnsafe(accountId);
        if (exportIds.IsDefault || exportIds.Length > MaxFound)
        {
            throw new ArgumentException($"Ask for 0 to {MaxFound} exports at a time.", nameof(exportIds));
        }

        foreach (var exportId in exportIds)
        {
            LedgerText.ThrowIfUnsafe(exportId);
        }
    }

    /// <summary>Refuses a fact that cannot be stored.</summary>
    /// <exception cref="ArgumentException">The fact holds text that cannot be stored.</exception>
    public static void ThrowIfUnusable(SyncFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        LedgerText.ThrowIfUnsafe(fact.AccountId);
        LedgerText.ThrowIfUnsafe(fact.ExportId);
        LedgerText.ThrowIfUnsafe(fact.ProviderTicketId);
        LedgerText.ThrowIfUnsafe(fact.RawStatus);
        LedgerText.ThrowIfUnsafe(fact.Reference?.ExternalIssueId);
        LedgerText.ThrowIfUnsafe(fact.Reference?.Url?.OriginalString);
    }

    // A failure keeps the status that was read last, so that it stays readable; what could not be mapped shows its own words.
    private static TicketSync Seen(TicketSync sync, SyncFact fact, DateTimeOffset observed)
    {
        var seen = sync with
        {
            ObservedAt = observed,
            Failure = fact.Failure,
            RetryAt = LedgerTime.Ceiling(fact.RetryAt),
            FailedReads = fact.Failure is null ? 0 : checked(sync.FailedReads + 1),
            IsMissing = fact.IsMissing || (fact.RawStatus is null && sync.IsMissing),
        };
        if (fact.RawStatus is not null)
        {
            seen = seen with
            {
                RawStatus = fact.RawStatus,
                Status = fact.Failure is null ? fact.Status : ProviderStatus.Unknown,
                ProviderUpdatedAt = fact.ProviderUpdatedAt is { } changed ? LedgerTime.Floor(changed) : sync.ProviderUpdatedAt,
            };
        }

        return fact.Failure is null ? seen with { LastSyncedAt = observed } : seen;
    }

    private static TicketReference? Renamed(TicketReference linked, TicketReference seen)
    {
        var renamed = linked with { ExternalIssueId = seen.ExternalIssueId ?? linked.ExternalIssueId, Url = seen.Url ?? linked.Url };
        return renamed == linked ? null : renamed;
    }

    // Another ticket in the link begins anew. The hold on the link goes on, and what the new ticket holds is not known.
    private static SyncEntry EntryOf(ExportRecord export, TicketReference ticket, SyncEntry? current)
    {
        if (current?.Sync.ProviderTicketId == ticket.ProviderTicketId)
        {
            return current;
        }

        var sync = new TicketSync { AccountId = export.Account.Id, ExportId = export.ExportId, ProviderTicketId = ticket.ProviderTicketId };
        return current is null
            ? new SyncEntry { Sync = sync }
            : current with { Sync = sync, AskedAt = current.AskedAt ?? DateTimeOffset.UnixEpoch, CommentHash = null };
    }
}
