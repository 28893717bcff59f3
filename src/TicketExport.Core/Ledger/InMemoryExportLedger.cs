using System.Collections.Immutable;

namespace TicketExport.Ledger;

/// <summary>A ledger in the memory of one process, for tests and demonstrations.</summary>
/// <remarks>
/// <para><b>Everything is lost when the process ends</b>, and with it the protection against a second ticket after a restart; use a
/// durable ledger, such as TicketExport.Stores.Sqlite, wherever tickets are real.</para>
/// <para>Safe for use from many threads. Grows without bound.</para>
/// </remarks>
public sealed partial class InMemoryExportLedger : IExportLedger, IExportLedgerQueries, ILinkLedger, IDecisionLedger, IReceiptLedger, IOwnershipLedger, ISyncLedger, ITargetLedger, IRetentionLedger, INotificationLedger, ICommentLedger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Account, string Key), (int Generation, string ExportId)> _guards = [];
    private readonly Dictionary<(string Account, string Key), string> _ids = [];
    private readonly Dictionary<(string Account, string ExportId), LedgerEntry> _entries = [];
    private readonly Dictionary<(string Account, string ExportId), ImmutableArray<AttemptRecord>> _attempts = [];
    private readonly Dictionary<(string Account, string ExportId), byte[]> _documents = [];
    private readonly Dictionary<(string Account, SourceKey Source), List<string>> _sources = [];
    private readonly SortedDictionary<TargetKey, SortedSet<(DateTimeOffset DueAt, string ExportId)>> _lanes = [];
    private readonly Dictionary<TargetKey, DateTimeOffset> _pauses = [];
    private readonly TimeProvider _time;

    /// <summary>Creates an empty ledger.</summary>
    /// <param name="time">The clock that judges leases and due times.</param>
    public InMemoryExportLedger(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
    }

    /// <inheritdoc/>
    public Task<GuardRecord?> FindGuardAsync(string accountId, string guardKey, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(accountId);
        LedgerText.ThrowIfUnsafe(guardKey);
        return Locked(
            () => _guards.TryGetValue((accountId, guardKey), out var guard)
                ? new GuardRecord(guard.Generation, _entries[(accountId, guard.ExportId)].Export)
                : null,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Locked(() => Claim(request), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ExportClaim?> BeginAttemptAsync(ExportClaim claim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return Locked(() => BeginAttempt(claim), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> RecordAsync(ExportClaim claim, ExportUpdate update, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(update);
        return Locked(() => Record(claim, update), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<EnqueueResult> EnqueueAsync(EnqueueRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Locked(() => Enqueue(request), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<BlockResult> BlockAsync(BlockRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Locked(() => Block(request), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<DueExport>> FindDueAsync(DueQuery query, CancellationToken cancellationToken)
    {
        DueRules.ThrowIfUnusable(query);
        return Locked(() => FindDue(query), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ExportRecord?> FindExportAsync(string accountId, string exportId, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(accountId);
        LedgerText.ThrowIfUnsafe(exportId);
        return Locked(() => _entries.GetValueOrDefault((accountId, exportId))?.Export, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<ExportRecord>> ListBySourceAsync(string accountId, SourceKey source, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(accountId);
        LedgerText.ThrowIfUnsafe(source.Type);
        LedgerText.ThrowIfUnsafe(source.Id);
        return Locked(
            () => _sources.TryGetValue((accountId, source), out var ids)
                ? [.. ids.Select(id => _entries[(accountId, id)].Export)
                    .OrderBy(export => export.CreatedAt)
                    .ThenBy(export => export.ExportId, StringComparer.Ordinal)]
                : ImmutableArray<ExportRecord>.Empty,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<AttemptRecord>> ListAttemptsAsync(string accountId, string exportId, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(accountId);
        LedgerText.ThrowIfUnsafe(exportId);
        return Locked(
            () => _attempts.TryGetValue((accountId, exportId), out var attempts) ? attempts : [],
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ReadOnlyMemory<byte>?> ReadDocumentAsync(string accountId, string exportId, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(accountId);
        LedgerText.ThrowIfUnsafe(exportId);
        return Locked<ReadOnlyMemory<byte>?>(
            () => _documents.TryGetValue((accountId, exportId), out var document) ? new(document) : null,
            cancellationToken);
    }

    private Task<T> Locked<T>(Func<T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        lock (_gate)
        {
            try
            {
                return Task.FromResult(work());
            }
            catch (Exception exception) when (exception is TicketExportException or ArgumentException)
            {
                return Task.FromException<T>(exception);
            }
        }
    }
}
