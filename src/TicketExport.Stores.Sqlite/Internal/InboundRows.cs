using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using TicketExport.Ledger;
using TicketExport.Providers;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>Reads and writes what came in from trackers.</summary>
internal static class InboundRows
{
    public static string? ReadHash(SqliteSession session, TargetKey target, string deliveryId) =>
        OfDelivery(session, LedgerSql.ReadReceipt, target, deliveryId).QueryFirst(static row => row.GetString(0));

    public static SqliteStatement OfDelivery(SqliteSession session, string sql, TargetKey target, string deliveryId) =>
        OfTarget(session, sql, target).Set("$delivery", deliveryId);

    public static ImmutableArray<ExportRecord> FindLinks(SqliteSession session, LinkQuery query)
    {
        var (byTicket, byIssue) = query.AccountId is null
            ? (LedgerSql.ListLinksByTicket, LedgerSql.ListLinksByIssue)
            : (LedgerSql.ListLinksByTicketOfAccount, LedgerSql.ListLinksByIssueOfAccount);
        return query.TicketIds.Select(id => (Sql: byTicket, Name: id))
            .Concat(query.IssueIds.Select(id => (Sql: byIssue, Name: id)))
            .Select(by => List(session, by.Sql, query, by.Name))
            .FirstOrDefault(static found => !found.IsEmpty, []);
    }

    public static InboundRecord Insert(SqliteSession session, InboundRecord record)
    {
        var number = OfTarget(session, LedgerSql.InsertInbound, record.Target)
            .Set("$at", record.At)
            .Set("$delivery", record.DeliveryId)
            .Set("$kind", (int)record.Kind)
            .Set("$ticket", record.TicketId)
            .Set("$export", record.ExportId)
            .Set("$actor", record.ActorId)
            .Set("$occurred", record.OccurredAt)
            .Set("$applied", record.IsApplied ? 1 : 0)
            .Set("$reason", record.Reason)
            .QueryFirst(static row => row.GetInt64(0));
        return record with { Number = number };
    }

    public static List<InboundRecord> List(SqliteSession session, TargetKey target, long before, int limit)
    {
        var rows = new List<InboundRecord>();
        OfTarget(session, LedgerSql.ListInbound, target).Set("$number", before).Set("$limit", limit).QueryAll(row => rows.Add(Read(row)));
        return rows;
    }

    public static int Prune(SqliteSession session, DateTimeOffset before, int limit)
    {
        var receipts = new List<(TargetKey Target, string DeliveryId)>();
        session.Prepare(LedgerSql.ListOldReceipts)
            .Set("$before", before)
            .Set("$limit", limit)
            .QueryAll(row => receipts.Add((new TargetKey(row.GetString(0), row.GetString(1)), row.GetString(2))));
        foreach (var (target, deliveryId) in receipts)
        {
            OfDelivery(session, LedgerSql.RemoveReceipt, target, deliveryId).Execute();
        }

        var records = new List<long>();
        session.Prepare(LedgerSql.ListOldInbound).Set("$before", before).Set("$limit", limit).QueryAll(row => records.Add(row.GetInt64(0)));
        foreach (var number in records)
        {
            session.Prepare(LedgerSql.RemoveInbound).Set("$number", number).Execute();
        }

        return receipts.Count + records.Count;
    }

    private static SqliteStatement OfTarget(SqliteSession session, string sql, TargetKey target) =>
        session.Prepare(sql).Set("$account", target.AccountId).Set("$target", target.TargetId);

    private static ImmutableArray<ExportRecord> List(SqliteSession session, string sql, LinkQuery query, string name)
    {
        var found = ImmutableArray.CreateBuilder<ExportRecord>();
        var statement = session.Prepare(sql).Set("$target", query.TargetId).Set("$name", name).Set("$limit", LinkQuery.MaxFound);
        (query.AccountId is { } account ? statement.Set("$account", account) : statement).QueryAll(row => found.Add(LedgerRows.ReadExport(row)));
        return found.ToImmutable();
    }

    private static InboundRecord Read(SqliteDataReader row) => new()
    {
        Number = row.GetInt64(0),
        Target = new TargetKey(row.GetString(1), row.GetString(2)),
        At = LedgerRows.Time(row, 3)!.Value,
        DeliveryId = LedgerRows.Text(row, 4),
        Kind = (InboundEventKind)row.GetInt32(5),
        TicketId = LedgerRows.Text(row, 6),
        ExportId = LedgerRows.Text(row, 7),
        ActorId = LedgerRows.Text(row, 8),
        OccurredAt = LedgerRows.Time(row, 9),
        IsApplied = row.GetBoolean(10),
        Reason = LedgerRows.Text(row, 11),
    };
}
