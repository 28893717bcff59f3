using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using TicketExport.Ledger;

namespace TicketExport.Benchmarks;

/// <summary>What grows with the ledger: nothing may.</summary>
[InProcess, WarmupCount(2), IterationCount(8)]
public class LedgerGrowthBenchmarks : IDisposable
{
    private LedgerStage _stage = null!;

    [Params(1_000, 100_000, 1_000_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _stage = new LedgerStage();
        _stage.Fill(Rows, isDue: true);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _stage.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Description = "Due work, a tenth of all rows is due")]
    public Task<ImmutableArray<DueExport>> FindDue() => _stage.Ledger.FindDueAsync(new DueQuery { Limit = 20 }, default);

    [Benchmark(Description = "Claim + record")]
    public Task Export() => _stage.ExportAsync(_stage.NextRequest(), relaxed: false);
}
