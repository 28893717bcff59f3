using System.Reflection;
using TicketExport.Ledger;
using TicketExport.Stores.Sqlite.Internal;

namespace TicketExport.Stores.Tests.Sqlite;

public sealed class SqliteQueryPlanTests : IDisposable
{
    private const string InsertExports = """
        INSERT OR IGNORE INTO ticket_export (
            account_id, export_id, source_type, source_id, target_id, provider_key, fingerprint, idempotency_key, generation,
            status, fencing_token, attempts, retry_at, created_at, updated_at)
        SELECT 'account-' || (i % 3), printf('%09d', i), 'report_issue', i, 'target-' || (i % 2), 'mock', printf('%064x', i), printf('%064x', i),
            1, 2, 0, 0, i, i, i FROM n
        """;

    private const string InsertComments = """
        INSERT OR IGNORE INTO ticket_export_comment (
            account_id, comment_id, source_type, source_id, origin, author, text, written_at, is_deleted, is_private, is_shown, target_id,
            ticket_id, delivery, retry_at, fencing_token, is_open, tries)
        SELECT 'account-' || (i % 3), printf('%09d', i), 'report_issue', i, 1, 'Kim', 'Text', i, 0, 0, 1, 'target-' || (i % 2), '1', 1, i, 0, 0, 0 FROM n
        """;

    private readonly LedgerFile _file = new();

    public static TheoryData<string> Statements =>
        [.. typeof(LedgerSql).GetFields(BindingFlags.Public | BindingFlags.Static).Select(statement => statement.Name)];

    public void Dispose() => _file.Dispose();

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task Every_statement_of_the_ledger_searches_and_never_scans_or_sorts(string name)
    {
        await AssertIndexedAsync((string)typeof(LedgerSql).GetField(name)!.GetValue(null)!);
    }

    [Theory]
    [InlineData(LedgerSql.ListDue, "ticket_export_by_due (due_at<?)")]
    [InlineData(LedgerSql.ListLane, "ticket_export_by_lane (account_id=? AND target_id=? AND due_at<?)")]
    [InlineData(LedgerSql.NextLaneOfAccount, "ticket_export_by_lane (account_id=? AND target_id>?)")]
    [InlineData(LedgerSql.NextAccount, "ticket_export_by_lane (account_id>?)")]
    [InlineData(LedgerSql.ListDueComments, "ticket_export_comment_by_due (due_at<?)")]
    [InlineData(LedgerSql.ListCommentLane, "ticket_export_comment_by_lane (account_id=? AND target_id=? AND due_at<?)")]
    [InlineData(LedgerSql.NextCommentLaneOfAccount, "ticket_export_comment_by_lane (account_id=? AND target_id>?)")]
    [InlineData(LedgerSql.NextCommentAccount, "ticket_export_comment_by_lane (account_id>?)")]
    [InlineData(LedgerSql.ListThread, "ticket_export_comment_by_source (account_id=? AND source_type=? AND source_id=? AND written_at>?)")]
    [InlineData(LedgerSql.ListDueReads, "ticket_export_link_by_read (read_at<?)")]
    [InlineData(LedgerSql.ListReadLane, "ticket_export_link_by_lane (account_id=? AND target_id=? AND read_at<?)")]
    [InlineData(LedgerSql.NextReadLaneOfAccount, "ticket_export_link_by_lane (account_id=? AND target_id>?)")]
    [InlineData(LedgerSql.NextReadAccount, "ticket_export_link_by_lane (account_id>?)")]
    [InlineData(LedgerSql.ListLinksByTicket, "ticket_export_link_by_ticket (target_id=? AND provider_ticket_id=?)")]
    [InlineData(LedgerSql.ListLinksByTicketOfAccount, "ticket_export_link_by_ticket (target_id=? AND provider_ticket_id=? AND account_id=?)")]
    [InlineData(LedgerSql.ListLinksByIssue, "ticket_export_link_by_issue (target_id=? AND external_issue_id=?)")]
    [InlineData(LedgerSql.ListLinksByIssueOfAccount, "ticket_export_link_by_issue (target_id=? AND external_issue_id=? AND account_id=?)")]
    [InlineData(LedgerSql.ListOldReceipts, "ticket_export_receipt_by_age (received_at<?)")]
    [InlineData(LedgerSql.ListOldInbound, "ticket_export_inbound_by_age (at<?)")]
    public async Task What_is_due_linked_or_old_is_found_by_an_index(string sql, string index)
    {
        Assert.Contains(await AssertIndexedAsync(sql), step => step.Contains(index, StringComparison.Ordinal));
    }

    // A plan shows where a search begins and not how far it walks; the rows that it steps over show that.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Fault", "F112")]
    public async Task Finding_due_work_steps_over_no_rows_of_a_long_lane(bool ofComments)
    {
        await _file.Open().FindGuardAsync("acme", "none", default);
        var few = StepsOver(1_000, ofComments);
        var many = StepsOver(40_000, ofComments);

        Assert.InRange(many, 1, few * 2);
    }

    private long StepsOver(int rows, bool ofComments)
    {
        _file.Scalar($"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {rows})
            {(ofComments ? InsertComments : InsertExports)}
            """);
        using var connection = _file.Connect();
        using var session = new SqliteSession(connection, ownsConnection: false);
        var steps = 0L;
        SQLitePCL.raw.sqlite3_progress_handler(connection.Handle, 1, _ => (int)(0 * steps++), null);
        var statements = ofComments ? DueStatements.OfComments : DueStatements.OfExports;
        Assert.Equal(5, new DueReads(session, statements, new DueQuery { Limit = 5 }, DateTimeOffset.UnixEpoch.AddYears(100)).Find().Length);
        SQLitePCL.raw.sqlite3_progress_handler(connection.Handle, 0, null, null);
        return steps;
    }

    private async Task<List<string>> AssertIndexedAsync(string sql)
    {
        await _file.Open().ClaimAsync(LedgerFile.Request("1"), default);
        var steps = Plan(sql);
        Assert.DoesNotContain(steps, step => step.StartsWith("SCAN", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
        if (!sql.StartsWith("INSERT", StringComparison.Ordinal))
        {
            Assert.NotEmpty(steps);
        }

        return steps;
    }

    private List<string> Plan(string sql)
    {
        using var connection = _file.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        foreach (var word in sql.Split([' ', ',', ')', '(', '\n', '\r']).Where(word => word.StartsWith('$')).Distinct())
        {
            command.Parameters.AddWithValue(word, DBNull.Value);
        }

        var steps = new List<string>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }
}
