using System.Collections.Immutable;

namespace TicketExport.Ledger;

/// <summary>The part of the ledger that the export pipeline writes through. Every write is conditional.</summary>
/// <remarks>
/// <para>An implementation guarantees, under any number of callers and processes that share its storage: one export per
/// idempotency key; one live holder per guard key; a lease is held by one claim at a time; the fencing token of an export only
/// rises; a write with a token that is not the newest changes nothing; attempts are never deleted. When
/// <see cref="ClaimAsync"/> or <see cref="BeginAttemptAsync"/> returns, what it wrote survives a crash of the process and, in a
/// durable ledger, of the machine.</para>
/// <para>Leases and due times are judged by the ledger's own clock. Failures of the storage are thrown as
/// <see cref="TicketExportException"/>, and then nothing was claimed.</para>
/// <para>The abstract suite <c>LedgerConformanceTests</c> of TicketExport.Testing.Conformance holds an implementation to this.</para>
/// </remarks>
public interface IExportLedger
{
    /// <summary>Finds who guards a key. Reads only.</summary>
    /// <returns>The guard, or <see langword="null"/> when no export ever held the key.</returns>
    Task<GuardRecord?> FindGuardAsync(string accountId, string guardKey, CancellationToken cancellationToken);

    /// <summary>
    /// Creates the export if it is new, and takes it for this caller if it may be worked on now. A claim that may send
    /// (<see cref="ClaimResult.ToSend"/>) has its attempt written as sending in the same durable write.
    /// </summary>
    Task<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Ends the open attempt as proven not created and begins the next one as sending, durably, under a claim that was given
    /// to reconcile.
    /// </summary>
    /// <returns>
    /// The claim with the number of the new attempt, or <see langword="null"/> when nothing may be sent: the claim was overtaken, its
    /// lease is over, or its target was disabled meanwhile.
    /// </returns>
    Task<ExportClaim?> BeginAttemptAsync(ExportClaim claim, CancellationToken cancellationToken);

    /// <summary>Writes what a claim came to and gives the lease back.</summary>
    /// <returns><see langword="false"/> when the claim was overtaken; nothing was written then.</returns>
    Task<bool> RecordAsync(ExportClaim claim, ExportUpdate update, CancellationToken cancellationToken);

    /// <summary>
    /// Writes an export as approved and due, together with its guard row, and leaves the sending to a worker. Safe to repeat.
    /// </summary>
    /// <returns>What came of it; nothing was written unless it is <see cref="EnqueueResult.Enqueued"/>.</returns>
    Task<EnqueueResult> EnqueueAsync(EnqueueRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Writes that an export was stopped before anything left: the export as blocked, its guard row, and an attempt with the
    /// failure. The same failure again changes times and no more, so that nothing grows when a caller insists.
    /// </summary>
    /// <returns>What came of it; nothing was written unless it is <see cref="BlockResult.Blocked"/>.</returns>
    Task<BlockResult> BlockAsync(BlockRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Finds exports that wait for a worker: enqueued ones, those whose retry or look-up is due, and those whose lease ran out
    /// while an attempt is open. Targets on cooldown are left out. Reads only.
    /// </summary>
    /// <returns>One export of each target in turn, the oldest of a target first, beginning after <see cref="DueQuery.After"/>.</returns>
    Task<ImmutableArray<DueExport>> FindDueAsync(DueQuery query, CancellationToken cancellationToken);
}
