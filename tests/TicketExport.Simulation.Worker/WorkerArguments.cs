using System.Globalization;

namespace TicketExport.Simulation.Worker;

/// <summary>What a worker process is started with, in this order.</summary>
/// <param name="File">The ledger's file.</param>
/// <param name="Tracker">The tracker's address.</param>
/// <param name="Token">The tracker's token.</param>
/// <param name="Findings">How many findings are exported.</param>
/// <param name="ClockStart">The start of the fast clock, in Unix milliseconds.</param>
/// <param name="ClockFactor">How much faster than the real clock it is.</param>
/// <param name="ShutdownTimeout">How long the host waits when it is asked to end; <see langword="null"/> for a process without a host.</param>
internal sealed record WorkerArguments(string File, string Tracker, string Token, int Findings, DateTimeOffset ClockStart, int ClockFactor, TimeSpan? ShutdownTimeout)
{
    public static WorkerArguments Read(string[] args) => new(
        args[0],
        args[1],
        args[2],
        int.Parse(args[3], CultureInfo.InvariantCulture),
        DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(args[4], CultureInfo.InvariantCulture)),
        int.Parse(args[5], CultureInfo.InvariantCulture),
        args.Length > 6 ? TimeSpan.FromMilliseconds(int.Parse(args[6], CultureInfo.InvariantCulture)) : null);
}
