using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using TicketExport.Ledger;

namespace TicketExport.Benchmarks;

/// <summary>What a durable export costs on SQLite beside the two statements that no ledger can do without.</summary>
[InProcess, WarmupCount(3), IterationCount(10)]
public class LedgerBenchmarks : IDisposable
{
    private const int Callers = 16;
    private const int PerCaller = 8;
    private LedgerStage _stage = null!;
    private SqliteCommand _insert = null!;
    private SqliteCommand _update = null!;
    private SqliteCommand _select = null!;
    private ClaimRequest _duplicate = null!;

    [GlobalSetup]
    public void Setup()
    {
        _stage = new LedgerStage();
        _insert = _stage.Prepare("INSERT INTO export VALUES ($id, 1, NULL, $json)");
        _insert.Parameters.AddWithValue("$id", "");
        _insert.Parameters.AddWithValue("$json", _stage.Document);
        _update = _stage.Prepare("UPDATE export SET state = 2, ticket = '10001' WHERE id = $id");
        _update.Parameters.AddWithValue("$id", "");
        _select = _stage.Prepare("SELECT state, ticket FROM export WHERE id = $id");
        _select.Parameters.AddWithValue("$id", "");
        _duplicate = _stage.NextRequest();
        _stage.ExportAsync(_duplicate, relaxed: false).GetAwaiter().GetResult();
        _select.Parameters[0].Value = InsertAndUpdate();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _stage.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, Description = "Raw insert + update, two flushes")]
    public string InsertAndUpdate()
    {
        var id = Guid.CreateVersion7().ToString("N");
        _insert.Parameters[0].Value = id;
        _insert.ExecuteNonQuery();
        _update.Parameters[0].Value = id;
        _update.ExecuteNonQuery();
        return id;
    }

    [Benchmark(Description = "Claim + record, two flushes")]
    public Task Export() => _stage.ExportAsync(_stage.NextRequest(), relaxed: false);

    [Benchmark(Description = "Claim + record, outcome relaxed")]
    public Task ExportRelaxed() => _stage.ExportAsync(_stage.NextRequest(), relaxed: true);

    [Benchmark(OperationsPerInvoke = Callers * PerCaller, Description = "Claim + record, two flushes, 16 callers")]
    public Task ExportFromManyCallers() => Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
    {
        for (var n = 0; n < PerCaller; n++)
        {
            await _stage.ExportAsync(_stage.NextRequest(), relaxed: false);
        }
    })));

    [Benchmark(Description = "Raw indexed read")]
    public string? Read()
    {
        using var reader = _select.ExecuteReader();
        return reader.Read() ? reader.GetString(1) : null;
    }

    [Benchmark(Description = "Duplicate answer by the guard")]
    public Task<GuardRecord?> FindDuplicate() => _stage.Ledger.FindGuardAsync("acme", _duplicate.Keys.GuardKey, default);

    [Benchmark(Description = "Duplicate answer by a claim")]
    public Task<ClaimResult> ClaimDuplicate() => _stage.Ledger.ClaimAsync(_duplicate, default);
}
