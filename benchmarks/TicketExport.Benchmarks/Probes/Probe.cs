namespace TicketExport.Benchmarks.Probes;

/// <summary>Comparisons of durable writes, which spread too widely on a machine in use for means of separate runs.</summary>
internal static class Probe
{
    private const string Usage = "Use: probe durable | probe pages | probe growth [million]";

    public static async Task<int> RunAsync(string[] args)
    {
        switch (args)
        {
            case ["durable"]:
                await DurableProbe.RunAsync(rounds: 9, exports: 400);
                return 0;
            case ["pages"]:
                await PageProbe.RunAsync();
                return 0;
            case ["growth"] or ["growth", "million"]:
                await GrowthProbe.RunAsync(rounds: 9, million: args.Length > 1);
                return 0;
            default:
                await Console.Error.WriteLineAsync(Usage);
                return 2;
        }
    }
}
