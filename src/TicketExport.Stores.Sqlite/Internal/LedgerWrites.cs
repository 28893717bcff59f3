using System.Runtime.InteropServices;
using TicketExport.Ledger;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>The conditional writes: each reads, decides by <see cref="LedgerRules"/> and writes inside the caller's transaction.</summary>
internal static class LedgerWrites
{
    public static ClaimResult Claim(SqliteSession session, ClaimRequest request, DateTimeOffset now)
    {
        var situation = ReadSituation(session, request);
        var decision = LedgerRules.Claim(request, situation, now);
        if (decision.Write is { } entry)
        {
            WriteExport(session, entry, isNew: situation.Own is null);
            WriteDocument(session, entry.Export, request.DocumentJson);
            if (decision.Result is ClaimResult.ToSend)
            {
                WriteAttempt(session, LedgerSql.InsertAttempt, entry.Export.Account.Id, entry.LastAttempt!)
                    .Set("$fence", entry.LastAttempt!.FencingToken)
                    .Set("$started", entry.LastAttempt.StartedAt)
                    .Execute();
            }
            else
            {
                WriteAttempt(session, LedgerSql.UpdateAttempt, entry.Export.Account.Id, entry.LastAttempt!).Execute();
            }
        }

        if (decision.NewHolderId is { } holder)
        {
            session.Prepare(LedgerSql.WriteGuard)
                .Set("$account", request.Account.Id)
                .Set("$guard", request.Keys.GuardKey)
                .Set("$generation", request.Keys.Generation)
                .Set("$export", holder)
                .Execute();
        }

        return decision.Result;
    }

    public static ExportClaim? BeginAttempt(SqliteSession session, ExportClaim claim, DateTimeOffset now)
    {
        if (ReadEntry(session, claim.AccountId, claim.ExportId) is not { } entry
            || LedgerRules.BeginAttempt(claim, entry, now) is not { } change)
        {
            return null;
        }

        if (change.Write is { } written)
        {
            WriteExport(session, written, isNew: false);
            WriteAttempt(session, LedgerSql.UpdateAttempt, claim.AccountId, change.Ended!).Execute();
            WriteAttempt(session, LedgerSql.InsertAttempt, claim.AccountId, written.LastAttempt!)
                .Set("$fence", written.LastAttempt!.FencingToken)
                .Set("$started", written.LastAttempt.StartedAt)
                .Execute();
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

        WriteExport(session, written, isNew: false);
        WriteAttempt(session, LedgerSql.UpdateAttempt, claim.AccountId, written.LastAttempt!).Execute();
        if (written.Export.Ticket is { } ticket)
        {
            session.Prepare(LedgerSql.WriteLink)
                .Set("$account", claim.AccountId)
                .Set("$export", claim.ExportId)
                .Set("$ticket", ticket.ProviderTicketId)
                .Set("$issue", ticket.ExternalIssueId)
                .Set("$url", ticket.Url?.OriginalString)
                .Set("$linked", written.Export.LinkedAt)
                .Execute();
        }

        return true;
    }

    private static ClaimSituation ReadSituation(SqliteSession session, ClaimRequest request)
    {
        var account = request.Account.Id;
        var own = session.Prepare(LedgerSql.ReadEntryByKey)
            .Set("$account", account)
            .Set("$key", request.Keys.IdempotencyKey.Value)
            .QueryFirst(LedgerRows.ReadEntry);
        var guard = session.Prepare(LedgerSql.ReadGuard)
            .Set("$account", account)
            .Set("$guard", request.Keys.GuardKey)
            .QueryFirst(row => (Generation: row.GetInt32(0), ExportId: row.GetString(1)));
        return guard.ExportId is null
            ? new ClaimSituation { Own = own }
            : new ClaimSituation
            {
                Own = own,
                Generation = guard.Generation,
                Holder = guard.ExportId == own?.Export.ExportId ? own : ReadEntry(session, account, guard.ExportId),
            };
    }

    private static LedgerEntry? ReadEntry(SqliteSession session, string accountId, string exportId) =>
        session.Prepare(LedgerSql.ReadEntryById)
            .Set("$account", accountId)
            .Set("$export", exportId)
            .QueryFirst(LedgerRows.ReadEntry);

    private static void WriteExport(SqliteSession session, LedgerEntry entry, bool isNew)
    {
        var export = entry.Export;
        var statement = session.Prepare(isNew ? LedgerSql.InsertExport : LedgerSql.UpdateExport);
        if (isNew)
        {
            RequireFreeId(session, export);
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
            .Set("$updated", export.UpdatedAt)
            .Execute();
    }

    private static void RequireFreeId(SqliteSession session, ExportRecord export)
    {
        var taken = session.Prepare(LedgerSql.ReadExport)
            .Set("$account", export.Account.Id)
            .Set("$export", export.ExportId)
            .QueryFirst(_ => true);
        if (taken)
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

    private static void WriteDocument(SqliteSession session, ExportRecord export, ReadOnlyMemory<byte> json) =>
        session.Prepare(LedgerSql.WriteDocument)
            .Set("$account", export.Account.Id)
            .Set("$export", export.ExportId)
            .Set("$json", MemoryMarshal.TryGetArray(json, out var bytes) && bytes.Count == bytes.Array!.Length ? bytes.Array : json.ToArray())
            .Execute();
}
