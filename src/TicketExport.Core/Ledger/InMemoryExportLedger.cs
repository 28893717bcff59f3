using System.Collections.Immutable;

namespace TicketExport.Ledger;

/// <summary>A ledger in the memory of one process, for tests and demonstrations.</summary>
/// <remarks>
/// <para><b>Everything is lost when the process ends</b>, and with it the protection against a second ticket after a restart; use a
/// durable ledger, such as TicketExport.Stores.Sqlite, wherever tickets are real.</para>
/// <para>Safe for use from many threads. Grows without bound.</para>
/// </remarks>
public sealed class InMemoryExportLedger : IExportLedger, IExportLedgerQueries
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Account, string Key), (int Generation, string ExportId)> _guards = [];
    private readonly Dictionary<(string Account, string Key), string> _ids = [];
    private readonly Dictionary<(string Account, string ExportId), LedgerEntry> _entries = [];
    private readonly Dictionary<(string Account, string ExportId), ImmutableArray<AttemptRecord>> _attempts = [];
    private readonly Dictionary<(string Account, string ExportId), byte[]> _documents = [];
    private readonly Dictionary<(string Account, SourceKey Source), List<string>> _sources = [];
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

    private ClaimResult Claim(ClaimRequest request)
    {
        var account = request.Account.Id;
        var guard = _guards.TryGetValue((account, request.Keys.GuardKey), out var found) ? found : default;
        var decision = LedgerRules.Claim(
            request,
            new ClaimSituation
            {
                Generation = guard.ExportId is null ? null : guard.Generation,
                Holder = guard.ExportId is null ? null : _entries[(account, guard.ExportId)],
                Own = _ids.TryGetValue((account, request.Keys.IdempotencyKey.Value), out var id) ? _entries[(account, id)] : null,
            },
            _time.GetUtcNow());

        if (decision.Write is { } entry)
        {
            Write(request, entry);
        }

        if (decision.NewHolderId is { } holder)
        {
            _guards[(account, request.Keys.GuardKey)] = (request.Keys.Generation, holder);
        }

        return decision.Result;
    }

    private void Write(ClaimRequest request, LedgerEntry entry)
    {
        var key = (request.Account.Id, entry.Export.ExportId);
        if (_ids.TryAdd((request.Account.Id, request.Keys.IdempotencyKey.Value), entry.Export.ExportId))
        {
            AddNew(key, entry);
        }

        _entries[key] = entry;
        _documents[key] = request.DocumentJson.ToArray();
        var (attempts, last) = (_attempts[key], entry.LastAttempt!);
        _attempts[key] = last.Number > attempts.Length ? attempts.Add(last) : attempts.SetItem(last.Number - 1, last);
    }

    private void AddNew((string Account, string ExportId) key, LedgerEntry entry)
    {
        if (!_attempts.TryAdd(key, []))
        {
            _ids.Remove((key.Account, entry.Export.IdempotencyKey.Value));
            throw new TicketExportException($"The export id {key.ExportId} is taken by another export; give each new export an id of its own.");
        }

        var source = (key.Account, entry.Export.Source);
        if (!_sources.TryGetValue(source, out var ids))
        {
            _sources[source] = ids = [];
        }

        ids.Add(key.ExportId);
    }

    private ExportClaim? BeginAttempt(ExportClaim claim)
    {
        var key = (claim.AccountId, claim.ExportId);
        if (!_entries.TryGetValue(key, out var entry) || LedgerRules.BeginAttempt(claim, entry, _time.GetUtcNow()) is not { } change)
        {
            return null;
        }

        if (change.Write is { } written)
        {
            _entries[key] = written;
            _attempts[key] = _attempts[key].SetItem(change.Ended!.Number - 1, change.Ended).Add(written.LastAttempt!);
        }

        return change.Claim;
    }

    private bool Record(ExportClaim claim, ExportUpdate update)
    {
        var key = (claim.AccountId, claim.ExportId);
        if (!_entries.TryGetValue(key, out var entry) || LedgerRules.Record(claim, update, entry, _time.GetUtcNow()) is not { } written)
        {
            return false;
        }

        _entries[key] = written;
        _attempts[key] = _attempts[key].SetItem(claim.AttemptNumber - 1, written.LastAttempt!);
        return true;
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
