using Microsoft.Data.Sqlite;
using TicketExport.Ledger;
using TicketExport.States;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>Rows of the sync into records; the ordinals follow <see cref="LedgerSql.ReadSync"/>.</summary>
internal static class SyncRows
{
    public static SyncEntry Read(SqliteDataReader row) => new()
    {
        Sync = new TicketSync
        {
            AccountId = row.GetString(0),
            ExportId = row.GetString(1),
            ProviderTicketId = row.GetString(2),
            RawStatus = LedgerRows.Text(row, 3),
            Status = (ProviderStatus)row.GetInt32(4),
            ProviderUpdatedAt = LedgerRows.Time(row, 5),
            ObservedAt = LedgerRows.Time(row, 6),
            LastSyncedAt = LedgerRows.Time(row, 7),
            Failure = StoredFailure.Read(LedgerRows.Text(row, 8)),
            RetryAt = LedgerRows.Time(row, 9),
            FailedReads = row.GetInt32(10),
            IsMissing = row.GetBoolean(11),
            SyncState = (SyncState)row.GetInt32(12),
            WriteFailure = StoredFailure.Read(LedgerRows.Text(row, 13)),
            LastDocumentHash = LedgerRows.Text(row, 14),
        },
        ClaimId = LedgerRows.Text(row, 15),
        FencingToken = row.GetInt64(16),
        LeaseUntil = LedgerRows.Time(row, 17),
        AskedAt = LedgerRows.Time(row, 18),
        CommentHash = LedgerRows.Text(row, 19),
    };

    public static void Write(SqliteStatement statement, SyncEntry entry)
    {
        var sync = entry.Sync;
        statement
            .Set("$account", sync.AccountId)
            .Set("$export", sync.ExportId)
            .Set("$ticket", sync.ProviderTicketId)
            .Set("$raw", sync.RawStatus)
            .Set("$status", (int)sync.Status)
            .Set("$changed", sync.ProviderUpdatedAt)
            .Set("$observed", sync.ObservedAt)
            .Set("$synced", sync.LastSyncedAt)
            .Set("$failure", StoredFailure.Write(sync.Failure))
            .Set("$retry", sync.RetryAt)
            .Set("$failed", sync.FailedReads)
            .Set("$missing", sync.IsMissing ? 1 : 0)
            .Set("$state", (int)sync.SyncState)
            .Set("$write_failure", StoredFailure.Write(sync.WriteFailure))
            .Set("$document", sync.LastDocumentHash)
            .Set("$claim", entry.ClaimId)
            .Set("$fence", entry.FencingToken)
            .Set("$lease", entry.LeaseUntil)
            .Set("$asked", entry.AskedAt)
            .Set("$comment", entry.CommentHash)
            .Execute();
    }
}
