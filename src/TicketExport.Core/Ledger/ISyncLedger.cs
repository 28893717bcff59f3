using System.Collections.Immutable;

namespace TicketExport.Ledger;

/// <summary>The part of the ledger that keeps linked tickets in step: how each stands, and who may change it.</summary>
/// <remarks>
/// <para>An implementation guarantees, under any number of callers and processes that share its storage: an older fact never
/// replaces a newer one; one claim at a time holds a ticket; its fencing token only rises; a write with a token that is not the
/// newest changes nothing. Nothing here touches an export's document, status or attempts.</para>
/// <para>Leases are judged by the ledger's own clock. All decisions are those of <see cref="SyncRules"/> and <see cref="ScheduleRules"/>.</para>
/// </remarks>
public interface ISyncLedger
{
    /// <summary>Finds what is known of the tickets of several exports. What was known of a former ticket of a link is left out.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="exportIds">The exports; at most 500.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What is known, in the order of the ids; exports of which nothing is known are left out.</returns>
    /// <exception cref="ArgumentException">There are too many ids, or one cannot be stored.</exception>
    Task<ImmutableArray<TicketSync>> FindSyncsAsync(string accountId, ImmutableArray<string> exportIds, CancellationToken cancellationToken);

    /// <summary>Writes what a read came to, unless a newer fact is there.</summary>
    /// <exception cref="ArgumentException">The fact holds text that cannot be stored.</exception>
    Task<SyncWriteResult> RecordSyncAsync(SyncFact fact, CancellationToken cancellationToken);

    /// <summary>
    /// Takes tickets that are due to be read, every target in turn and of each the longest due first; targets that are paused or
    /// disabled are left out. What is taken is due again when the hold is over, unless a read of it is recorded before.
    /// </summary>
    /// <param name="query">How many, and from where.</param>
    /// <param name="hold">How long no other worker takes them.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">The limit is out of range, or a target holds text that cannot be stored.</exception>
    Task<ImmutableArray<DueExport>> TakeDueReadsAsync(DueQuery query, TimeSpan hold, CancellationToken cancellationToken);

    /// <summary>Reads none of the tickets before a time, unless a webhook tells of a change. What is not linked is left out.</summary>
    /// <exception cref="ArgumentException">An id cannot be stored.</exception>
    Task PostponeReadsAsync(TargetKey target, ImmutableArray<string> exportIds, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Takes a linked ticket for changes by this caller, durably, if no other holds it and no newer document was asked for.</summary>
    /// <exception cref="ArgumentException">The request holds text that cannot be stored.</exception>
    Task<TicketChangeResult> ClaimChangeAsync(TicketChangeRequest request, CancellationToken cancellationToken);

    /// <summary>Writes how far a change is, durably.</summary>
    /// <returns><see langword="false"/> when the claim was overtaken, or its lease is over before an intent; nothing was written then.</returns>
    /// <exception cref="ArgumentException">The update has no stage, or holds text that cannot be stored.</exception>
    Task<bool> RecordChangeAsync(TicketChangeClaim claim, TicketChangeUpdate update, CancellationToken cancellationToken);
}
