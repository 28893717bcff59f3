using System.Reflection;
using TicketExport.Stores.Sqlite.Internal;

namespace TicketExport.Stores.Tests.Sqlite;

public sealed class SqliteQueryPlanTests : IDisposable
{
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
    [InlineData(LedgerSql.NextLane, "ticket_export_by_lane ((account_id,target_id)>(?,?))")]
    public async Task What_is_due_is_found_by_an_index(string sql, string index)
    {
        Assert.Contains(await AssertIndexedAsync(sql), step => step.Contains(index, StringComparison.Ordinal));
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
