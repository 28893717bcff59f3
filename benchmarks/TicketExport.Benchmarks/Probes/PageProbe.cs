using System.Globalization;
using TicketExport.Ledger;

namespace TicketExport.Benchmarks.Probes;

/// <summary>How many pages of the write-ahead log a claim and its outcome take: the cost of a write that no load changes.</summary>
internal static class PageProbe
{
    private const int Held = 3_000;
    private const int Measured = 300;

    // Fewer pages than the ledger checkpoints after, so that the log only grows while it is looked at.
    private const int Batch = 15;

    public static async Task RunAsync()
    {
        using var stage = new LedgerStage();
        for (var i = 0; i < Held; i++)
        {
            await stage.ExportAsync(stage.NextRequest(), relaxed: true);
        }

        var (claims, outcomes) = (0.0, 0.0);
        for (var done = 0; done < Measured; done += Batch)
        {
            var claimed = new List<ClaimResult.ToSend>();
            claims += await PagesAsync(stage, async () =>
            {
                for (var i = 0; i < Batch; i++)
                {
                    claimed.Add((ClaimResult.ToSend)await stage.Ledger.ClaimAsync(stage.NextRequest(), default));
                }
            });
            outcomes += await PagesAsync(stage, async () =>
            {
                foreach (var one in claimed)
                {
                    await stage.Ledger.RecordAsync(one.Claim, LedgerStage.Exported(relaxed: false), default);
                }
            });
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\n| pages of the log, {Measured} exports in a ledger of {Held} | per claim | per outcome |\n| --- | --: | --: |\n| now | {claims / Measured:N1} | {outcomes / Measured:N1} |"));
    }

    private static async Task<double> PagesAsync(LedgerStage stage, Func<Task> work)
    {
        stage.EmptyLog();
        await work();
        return stage.PagesInLog();
    }
}
