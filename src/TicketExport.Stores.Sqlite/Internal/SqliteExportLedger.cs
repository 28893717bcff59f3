using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>The ledger in one SQLite file: many readers, one writer, every claim on disk before it is answered.</summary>
internal sealed partial class SqliteExportLedger :
    IExportLedger, IExportLedgerQueries, ILinkLedger, IDecisionLedger, IReceiptLedger, IOwnershipLedger, ISyncLedger, ITargetLedger, ICommentLedger, IRetentionLedger, INotificationLedger, ITransactionalExportLedger, IAsyncDisposable, IDisposable
{
    private readonly SqliteDatabase _database;
    private readonly SqliteWriter _writer;
    private readonly SqliteReaders _readers;
    private readonly TimeProvider _time;

    public SqliteExportLedger(SqliteLedgerOptions options, TimeProvider time)
    {
        _time = time;
        _database = new SqliteDatabase(options);
        _writer = new SqliteWriter(_database, time);
        _readers = new SqliteReaders(_database);
    }

    /// <summary>The one connection that writes.</summary>
    internal SqliteWriter Writer => _writer;

    public Task<GuardRecord?> FindGuardAsync(string accountId, string guardKey, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(accountId);
        LedgerText.ThrowIfUnsafe(guardKey);
        return ReadAsync(
            session => session.Prepare(LedgerSql.FindGuard)
                .Set("$account", accountId)
                .Set("$guard", guardKey)
                .QueryFirst(LedgerRows.ReadGuard),
            cancellationToken);
    }

    public Task<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return WriteAsync((session, now) => LedgerWrites.Claim(session, request, now), cancellationToken);
    }

    public Task<ExportClaim?> BeginAttemptAsync(ExportClaim claim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return WriteAsync((session, now) => LedgerWrites.BeginAttempt(session, claim, now), cancellationToken);
    }

    public Task<bool> RecordAsync(ExportClaim claim, ExportUpdate update, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(update);
        return WriteAsync((session, now) => LedgerWrites.Record(session, claim, update, now), update.Relaxed, cancellationToken);
    }

    public Task<EnqueueResult> EnqueueAsync(EnqueueRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return WriteAsync((session, now) => LedgerWrites.Enqueue(session, request, now), cancellationToken);
    }

    public Task<BlockResult> BlockAsync(BlockRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return WriteAsync((session, now) => LedgerWrites.Block(session, request, now), cancellationToken);
    }

    public Task<ImmutableArray<DueExport>> FindDueAsync(DueQuery query, CancellationToken cancellationToken)
    {
        DueRules.ThrowIfUnusable(query);
        return ReadAsync(session => new DueReads(session, DueStatements.OfExports, query, _time.GetUtcNow()).Find(), cancellationToken);
    }

    public Task<ExportRecord?> FindExportAsync(string accountId, string exportId, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(accountId);
        LedgerText.ThrowIfUnsafe(exportId);
        return ReadAsync(
            session => Prepare(session, LedgerSql.ReadExport, accountId, exportId).QueryFirst(LedgerRows.ReadExport),
            cancellationToken);
    }

    public Task<ImmutableArray<ExportRecord>> ListBySourceAsync(string accountId, SourceKey source, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(accountId);
        LedgerText.ThrowIfUnsafe(source.Type);
        LedgerText.ThrowIfUnsafe(source.Id);
        return ReadAsync(
            session =>
            {
                var exports = ImmutableArray.CreateBuilder<ExportRecord>();
                session.Prepare(LedgerSql.ListBySource)
                    .Set("$account", accountId)
                    .Set("$source_type", source.Type)
                    .Set("$source_id", source.Id)
                    .QueryAll(row => exports.Add(LedgerRows.ReadExport(row)));
                return exports.ToImmutable();
            },
            cancellationToken);
    }

    public Task<ImmutableArray<AttemptRecord>> ListAttemptsAsync(string accountId, string exportId, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(accountId);
        LedgerText.ThrowIfUnsafe(exportId);
        return ReadAsync(
            session =>
            {
                var attempts = ImmutableArray.CreateBuilder<AttemptRecord>();
                Prepare(session, LedgerSql.ListAttempts, accountId, exportId)
                    .QueryAll(row => attempts.Add(LedgerRows.ReadAttempt(row)));
                return attempts.ToImmutable();
            },
            cancellationToken);
    }

    public Task<ReadOnlyMemory<byte>?> ReadDocumentAsync(string accountId, string exportId, CancellationToken cancellationToken)
    {
        LedgerText.ThrowIfUnsafe(accountId);
        LedgerText.ThrowIfUnsafe(exportId);
        return ReadAsync(
            session => Prepare(session, LedgerSql.ReadDocument, accountId, exportId)
                .QueryFirst<ReadOnlyMemory<byte>?>(row => row.GetFieldValue<byte[]>(0)),
            cancellationToken);
    }

    public void Dispose()
    {
        _readers.Dispose();
        _writer.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private static SqliteStatement Prepare(SqliteSession session, string sql, string accountId, string exportId) =>
        session.Prepare(sql).Set("$account", accountId).Set("$export", exportId);

    private Task<T> WriteAsync<T>(Func<SqliteSession, DateTimeOffset, T> write, CancellationToken cancellationToken) =>
        WriteAsync(write, relaxed: false, cancellationToken);

    private async Task<T> WriteAsync<T>(Func<SqliteSession, DateTimeOffset, T> write, bool relaxed, CancellationToken cancellationToken)
    {
        try
        {
            return await _writer.RunAsync(write, relaxed, cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException exception)
        {
            throw _database.Describe(exception);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            throw Unreadable(exception);
        }
    }

    private async Task<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken)
    {
        await _writer.EnsureReadyAsync(cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return _readers.Run(read);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            throw Unreadable(exception);
        }
    }

    private static bool IsUnreadable(Exception exception) =>
        exception is FormatException or JsonException or InvalidCastException or OverflowException;

    private TicketExportException Unreadable(Exception exception) => new(
        $"The ledger file {_database.Path} holds a row that cannot be read; it was changed by another program, so restore it from a backup.",
        exception);
}
