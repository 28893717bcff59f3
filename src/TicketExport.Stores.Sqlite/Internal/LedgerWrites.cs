using System.Runtime.InteropServices;
using TicketExport.Identity;
using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>The conditional writes: each reads, decides by <see cref="LedgerRules"/> and writes inside the caller's transaction.</summary>
internal static partial class LedgerWrites
{
    public static ClaimResult Claim(SqliteSession session, ClaimRequest request, DateTimeOffset now)
    {
        var situation = ReadSituation(session, request.Account.Id, request.TargetId, request.Keys);
        var decision = LedgerRules.Claim(request, situation, now);
        if (decision.Write is { } entry)
        {
            WriteEntry(session, entry, situation.Own);
            WriteDocument(session, entry.Export, request.DocumentJson);
        }

        WriteGuard(session, request.Account.Id, request.Keys, decision.NewHolderId);
        return decision.Result;
    }

    public static ExportClaim? BeginAttempt(SqliteSession session, ExportClaim claim, DateTimeOffset now)
    {
        if (ReadEntry(session, claim.AccountId, claim.ExportId) is not { } entry
            || LedgerRules.BeginAttempt(claim, entry, TargetRows.ReadDisabled(session, new TargetKey(claim.AccountId, entry.Export.TargetId)), now) is not { } change)
        {
            return null;
        }

        if (change.Write is { } written)
        {
            WriteAttempt(session, LedgerSql.UpdateAttempt, claim.AccountId, change.Ended!).Execute();
            WriteEntry(session, written, entry);
        }

        return change.Claim;
    }

    public static bool Record(SqliteSession session, ExportClaim claim, ExportUpdate update, DateTimeOffset now)
    {
        if (ReadEntry(session, claim.AccountId, claim.ExportId) is not { } entry
            || LedgerRules.Record(claim, update, entry, now) is not { } written)
        {
            return false;
        }

        var target = new TargetKey(claim.AccountId, written.Export.TargetId);
        WriteEntry(session, written, entry);
        WritePause(session, target, update.PauseTargetUntil);
        if (!ReferenceEquals(written, entry))
        {
            TargetRows.Report(session, target, update, now);
            NotificationRows.Insert(session, written.Export, update);
        }

        return true;
    }

    private static void WriteLink(SqliteSession session, ExportRecord export, ExportRecord? before)
    {
        var schedule = ScheduleRules.AfterLink(before, export);
        if (export.Ticket is { } ticket)
        {
            session.Prepare(LedgerSql.WriteLink)
                .Set("$account", export.Account.Id)
                .Set("$export", export.ExportId)
                .Set("$ticket", ticket.ProviderTicketId)
                .Set("$issue", ticket.ExternalIssueId)
                .Set("$url", ticket.Url?.OriginalString)
                .Set("$linked", export.LinkedAt)
                .Set("$state", (int)export.Link)
                .Set("$target", export.TargetId)
                .Set("$read", schedule?.ReadAt)
                .Set("$stays", schedule is null)
                .Execute();
        }
    }

    private static void WritePause(SqliteSession session, TargetKey target, DateTimeOffset? asked)
    {
        if (asked is not null)
        {
            session.Prepare(LedgerSql.WritePause)
                .Set("$account", target.AccountId)
                .Set("$target", target.TargetId)
                .Set("$until", LedgerRules.Pause(ReadPause(session, target), asked))
                .Execute();
        }
    }

    public static EnqueueResult Enqueue(SqliteSession session, EnqueueRequest request, DateTimeOffset now)
    {
        var situation = ReadSituation(session, request.Account.Id, request.TargetId, request.Keys);
        var decision = LedgerRules.Enqueue(request, situation, now);
        if (decision.Write is { } entry)
        {
            WriteEntry(session, entry, situation.Own);
            WriteDocument(session, entry.Export, request.DocumentJson);
        }

        WriteGuard(session, request.Account.Id, request.Keys, decision.NewHolderId);
        WriteAudit(session, decision.Audit);
        return decision.Result;
    }

    public static BlockResult Block(SqliteSession session, BlockRequest request, DateTimeOffset now)
    {
        var situation = ReadSituation(session, request.Account.Id, request.TargetId, request.Keys);
        var decision = LedgerRules.Block(request, situation, now);
        if (decision.Write is { } entry)
        {
            WriteEntry(session, entry, situation.Own);
            if (request.DocumentJson.IsEmpty)
            {
                OfExport(session, LedgerSql.RemoveDocument, entry.Export.Account.Id, entry.Export.ExportId).Execute();
            }

            WriteDocument(session, entry.Export, request.DocumentJson);
        }

        WriteGuard(session, request.Account.Id, request.Keys, decision.NewHolderId);
        return decision.Result;
    }

    private static SqliteStatement OfExport(SqliteSession session, string sql, string accountId, string exportId) =>
        session.Prepare(sql).Set("$account", accountId).Set("$export", exportId);

    /// <summary>Writes the export, its link, and its last attempt: inserted when it has a higher number than before.</summary>
    private static void WriteEntry(SqliteSession session, LedgerEntry entry, LedgerEntry? before)
    {
        WriteExport(session, entry, isNew: before is null);
        WriteLink(session, entry.Export, before?.Export);
        if (entry.LastAttempt is not { } last || last == before?.LastAttempt)
        {
            return;
        }

        if (last.Number == before?.LastAttempt?.Number)
        {
            WriteAttempt(session, LedgerSql.UpdateAttempt, entry.Export.Account.Id, last).Execute();
            return;
        }

        WriteAttempt(session, LedgerSql.InsertAttempt, entry.Export.Account.Id, last)
            .Set("$fence", last.FencingToken)
            .Set("$started", last.StartedAt)
            .Execute();
    }

    private static ClaimSituation ReadSituation(SqliteSession session, string account, string targetId, ExportKeys keys)
    {
        var own = ReadEntry(session, account, keys.IdempotencyKey);
        var (guard, pausedUntil) = ReadGuardAndPause(session, new TargetKey(account, targetId), keys.GuardKey);
        return new ClaimSituation
        {
            Own = own,
            Generation = guard?.Generation,
            Holder = guard is not { ExportId: var holder }
                ? null
                : holder == own?.Export.ExportId ? own : ReadEntry(session, account, holder),
            Previous = LedgerRules.PreviousKeyOf(keys, targetId, guard?.Generation) is { } previous ? ReadEntry(session, account, previous) : null,
            PausedUntil = pausedUntil,
            Disabled = TargetRows.ReadDisabled(session, new TargetKey(account, targetId)),
        };
    }

    private static ((int Generation, string ExportId)? Guard, DateTimeOffset? PausedUntil) ReadGuardAndPause(
        SqliteSession session, TargetKey target, string guardKey)
    {
        (int, string)? guard = null;
        DateTimeOffset? pausedUntil = null;
        session.Prepare(LedgerSql.ReadGuardAndPause)
            .Set("$account", target.AccountId)
            .Set("$guard", guardKey)
            .Set("$target", target.TargetId)
            .QueryAll(row =>
            {
                if (row.IsDBNull(1))
                {
                    pausedUntil = LedgerRows.ReadTime(row);
                }
                else
                {
                    guard = LedgerRows.ReadGuardRow(row);
                }
            });
        return (guard, pausedUntil);
    }

    private static (int Generation, string ExportId)? ReadGuard(SqliteSession session, string account, string guardKey) =>
        session.Prepare(LedgerSql.ReadGuard)
            .Set("$account", account)
            .Set("$guard", guardKey)
            .QueryFirst<(int, string)?>(static row => LedgerRows.ReadGuardRow(row));

    private static void WriteGuard(SqliteSession session, string account, ExportKeys keys, string? holderId)
    {
        if (holderId is not null)
        {
            session.Prepare(LedgerSql.WriteGuard)
                .Set("$account", account)
                .Set("$guard", keys.GuardKey)
                .Set("$generation", keys.Generation)
                .Set("$export", holderId)
                .Execute();
        }
    }

    public static DateTimeOffset? ReadPause(SqliteSession session, TargetKey target) =>
        session.Prepare(LedgerSql.ReadPause)
            .Set("$account", target.AccountId)
            .Set("$target", target.TargetId)
            .QueryFirst(LedgerRows.ReadTime);

    private static LedgerEntry? ReadEntry(SqliteSession session, string accountId, string exportId) =>
        session.Prepare(LedgerSql.ReadEntryById)
            .Set("$account", accountId)
            .Set("$export", exportId)
            .QueryFirst(LedgerRows.ReadEntry);

    private static LedgerEntry? ReadEntry(SqliteSession session, string accountId, IdempotencyKey key) =>
        session.Prepare(LedgerSql.ReadEntryByKey)
            .Set("$account", accountId)
            .Set("$key", key.Value)
            .QueryFirst(LedgerRows.ReadEntry);

    private static void WriteExport(SqliteSession session, LedgerEntry entry, bool isNew)
    {
        var export = entry.Export;
        var statement = session.Prepare(isNew ? LedgerSql.InsertExport : LedgerSql.UpdateExport);
        if (isNew)
        {
            statement
                .Set("$project", export.Account.ProjectId)
                .Set("$source_type", export.Source.Type)
                .Set("$source_id", export.Source.Id)
                .Set("$target", export.TargetId)
                .Set("$fingerprint", export.Fingerprint.Value)
                .Set("$key", export.IdempotencyKey.Value)
                .Set("$generation", export.Generation)
                .Set("$created", export.CreatedAt);
        }

        statement
            .Set("$account", export.Account.Id)
            .Set("$export", export.ExportId)
            .Set("$report", export.ReportId)
            .Set("$provider", export.ProviderKey)
            .Set("$status", (int)export.Status)
            .Set("$fence", export.FencingToken)
            .Set("$claim", entry.ClaimId)
            .Set("$lease", entry.LeaseUntil)
            .Set("$attempts", export.Attempts)
            .Set("$retry", export.RetryAt)
            .Set("$failure", StoredFailure.Write(export.Failure))
            .Set("$open", export.HasOpenAttempt)
            .Set("$mapping", (int)export.MappingStatus)
            .Set("$failed_tries", export.FailedTries)
            .Set("$rate_limits", export.RateLimits)
            .Set("$approved", export.ApprovedAt)
            .Set("$path", export.PortablePath)
            .Set("$format", export.PortableFormat)
            .Set("$format_reason", export.PortableFormatReason)
            .Set("$portable_reason", (int)export.PortableReason)
            .Set("$portable_failure", StoredFailure.Write(export.PortableFailure))
            .Set("$updated", export.UpdatedAt);
        if (!statement.TryExecute())
        {
            throw new TicketExportException($"The export id {export.ExportId} is taken by another export; give each new export an id of its own.");
        }
    }

    private static SqliteStatement WriteAttempt(SqliteSession session, string sql, string accountId, AttemptRecord attempt) =>
        session.Prepare(sql)
            .Set("$account", accountId)
            .Set("$export", attempt.ExportId)
            .Set("$number", attempt.Number)
            .Set("$state", (int)attempt.State)
            .Set("$ended", attempt.EndedAt)
            .Set("$failure", StoredFailure.Write(attempt.Failure));

    private static void WriteDocument(SqliteSession session, ExportRecord export, ReadOnlyMemory<byte> json)
    {
        if (!json.IsEmpty)
        {
            OfExport(session, LedgerSql.WriteDocument, export.Account.Id, export.ExportId)
                .Set("$json", MemoryMarshal.TryGetArray(json, out var bytes) && bytes.Count == bytes.Array!.Length ? bytes.Array : json.ToArray())
                .Execute();
        }
    }
}
