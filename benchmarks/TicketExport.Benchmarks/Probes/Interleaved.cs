using System.Diagnostics;
using System.Globalization;

namespace TicketExport.Benchmarks.Probes;

/// <summary>
/// Runs variants in turn, round after round, so that whatever else the machine does meets all of them alike, and compares each with
/// the first one of its own round.
/// </summary>
internal static class Interleaved
{
    public static async Task RunAsync(string title, int rounds, IReadOnlyList<Variant> variants)
    {
        var micros = variants.Select(_ => new double[rounds]).ToArray();
        var bytes = variants.Select(_ => new double[rounds]).ToArray();
        for (var round = -1; round < rounds; round++)
        {
            for (var i = 0; i < variants.Count; i++)
            {
                var (time, allocated) = await MeasureAsync(variants[i]);
                if (round >= 0)
                {
                    (micros[i][round], bytes[i][round]) = (time, allocated);
                }
            }
        }

        Console.WriteLine($"\n| {title} | µs per export | ratio | spread of the ratio | bytes per export |\n| --- | --: | --: | --: | --: |");
        for (var i = 0; i < variants.Count; i++)
        {
            var ratios = micros[i].Zip(micros[0], static (mine, first) => mine / first).Order().ToArray();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {variants[i].Name} | {Median(micros[i]):N1} | {Median(ratios):N2} | {ratios[0]:N2}–{ratios[^1]:N2} | {Median(bytes[i]):N0} |"));
        }
    }

    private static async Task<(double Micros, double Bytes)> MeasureAsync(Variant variant)
    {
        await (variant.Prepare?.Invoke() ?? Task.CompletedTask);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        await variant.Run();
        var time = Stopwatch.GetElapsedTime(start).TotalMicroseconds / variant.Exports;
        return (time, (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / variant.Exports);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
