using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Contract;
using TicketExport.Worker;

namespace TicketExport.Benchmarks.Probes;

/// <summary>Whether an export costs the same in a ledger that has grown: the worker, and the two writes that it cannot do without.</summary>
internal static class GrowthProbe
{
    private const int Exports = 300;

    public static async Task RunAsync(int rounds, bool million)
    {
        int[] sizes = million ? [1_000, 100_000, 1_000_000] : [1_000, 100_000];
        var stages = new List<LedgerStage>();
        try
        {
            foreach (var size in sizes)
            {
                var stage = new LedgerStage(static builder => builder.AddMock());
                stage.Fill(size, isDue: false);
                stages.Add(stage);
            }

            await Interleaved.RunAsync("worker, enqueued exports to the mock provider", rounds, Variants(WorkerOf));
            await Interleaved.RunAsync("claim and record, two flushes", rounds, Variants(BareOf));
        }
        finally
        {
            stages.ForEach(static stage => stage.Dispose());
        }

        Variant[] Variants(Func<LedgerStage, string, Variant> make) =>
            [.. stages.Select((stage, i) => make(stage, string.Create(CultureInfo.InvariantCulture, $"{sizes[i]:N0} rows")))];
    }

    private static Variant BareOf(LedgerStage stage, string name) => new(name, Exports, async () =>
    {
        for (var i = 0; i < Exports; i++)
        {
            await stage.ExportAsync(stage.NextRequest(), relaxed: false);
        }
    });

    private static Variant WorkerOf(LedgerStage stage, string name)
    {
        var number = 0;
        var exporter = stage.Services.GetRequiredService<ITicketExporter>();
        var dispatcher = stage.Services.GetRequiredService<ITicketExportDispatcher>();
        return new(
            name,
            Exports,
            async () =>
            {
                var report = await dispatcher.RunOnceAsync(Exports);
                if (report.Created != Exports)
                {
                    throw new InvalidOperationException($"Not all were created: {report}");
                }
            },
            async () =>
            {
                for (var i = 0; i < Exports; i++)
                {
                    var result = await exporter.EnqueueAsync(new ExportRequest { Account = new AccountScope { Id = "acme" }, TargetId = "mock", Document = BenchmarkDocuments.Small(++number) });
                    _ = result.Outcome == ExportOutcome.Enqueued ? result : throw new InvalidOperationException($"Not enqueued: {result.Failure?.Message}");
                }
            });
    }
}
