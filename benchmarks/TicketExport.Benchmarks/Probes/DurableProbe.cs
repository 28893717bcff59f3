using Microsoft.Data.Sqlite;

namespace TicketExport.Benchmarks.Probes;

/// <summary>A durable export on SQLite beside a bare insert and update with the same settings, interleaved in one run.</summary>
internal static class DurableProbe
{
    private const int Callers = 16;

    public static async Task RunAsync(int rounds, int exports)
    {
        using var stage = new LedgerStage();
        using var insert = stage.Prepare("INSERT INTO export VALUES ($id, 1, NULL, $json)");
        insert.Parameters.AddWithValue("$id", "");
        insert.Parameters.AddWithValue("$json", stage.Document);
        using var update = stage.Prepare("UPDATE export SET state = 2, ticket = '10001' WHERE id = $id");
        update.Parameters.AddWithValue("$id", "");

        await Interleaved.RunAsync("durable export", rounds,
        [
            new("bare insert and update, two flushes", exports, () => Repeat(exports, () => InsertAndUpdate(insert, update))),
            new("claim and record, two flushes", exports, () => RepeatAsync(stage, exports, relaxed: false)),
            new("claim and record, outcome relaxed", exports, () => RepeatAsync(stage, exports, relaxed: true)),
            new($"claim and record, {Callers} callers", exports, () => Task.WhenAll(
                Enumerable.Range(0, Callers).Select(_ => Task.Run(() => RepeatAsync(stage, exports / Callers, relaxed: false))))),
        ]);
        await CompareDuplicatesAsync(stage, rounds, exports);
    }

    private static async Task CompareDuplicatesAsync(LedgerStage stage, int rounds, int answers)
    {
        var known = stage.NextRequest();
        await stage.ExportAsync(known, relaxed: false);
        using var newest = stage.Prepare("SELECT max(id) FROM export");
        using var select = stage.Prepare("SELECT state, ticket FROM export WHERE id = $id");
        select.Parameters.AddWithValue("$id", newest.ExecuteScalar());
        await Interleaved.RunAsync("duplicate", rounds,
        [
            new("bare indexed read", answers, () => Repeat(answers, () => select.ExecuteScalar())),
            new("answer by the guard", answers, () => RepeatAsync(answers, () => stage.Ledger.FindGuardAsync("acme", known.Keys.GuardKey, default))),
            new("answer by a claim", answers, () => RepeatAsync(answers, () => stage.Ledger.ClaimAsync(known, default))),
        ]);
    }

    private static void InsertAndUpdate(SqliteCommand insert, SqliteCommand update)
    {
        insert.Parameters[0].Value = update.Parameters[0].Value = Guid.CreateVersion7().ToString("N");
        insert.ExecuteNonQuery();
        update.ExecuteNonQuery();
    }

    private static Task RepeatAsync(LedgerStage stage, int exports, bool relaxed) => RepeatAsync(exports, async () =>
    {
        await stage.ExportAsync(stage.NextRequest(), relaxed);
        return true;
    });

    private static Task Repeat(int times, Action work)
    {
        for (var i = 0; i < times; i++)
        {
            work();
        }

        return Task.CompletedTask;
    }

    private static async Task RepeatAsync<T>(int times, Func<Task<T>> work)
    {
        for (var i = 0; i < times; i++)
        {
            await work();
        }
    }
}
