using System.Diagnostics;
using System.Globalization;
using TicketExport.Simulation.Worker;

namespace TicketExport.Simulation.Tests.Kills;

/// <summary>One life of the worker program.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;

    public WorkerProcess(params object[] arguments)
    {
        var program = Path.ChangeExtension(typeof(WorkerFindings).Assembly.Location, null);
        var start = new ProcessStartInfo(File.Exists(program) ? program : program + ".exe");
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(Convert.ToString(argument, CultureInfo.InvariantCulture)!);
        }

        // A life of a second is over before profiling its code could pay.
        start.Environment["DOTNET_TieredPGO"] = "0";
        _process = Process.Start(start)!;
    }

    /// <summary>SIGSTOP: the program stands still at whatever it does, as on a machine that is paused.</summary>
    public Task FreezeAsync() => SignalAsync("-STOP");

    /// <summary>SIGCONT.</summary>
    public Task ThawAsync() => SignalAsync("-CONT");

    /// <summary>SIGTERM: the program is asked to end.</summary>
    public Task TerminateAsync() => SignalAsync("-TERM");

    /// <summary>Waits for the program's own end.</summary>
    public Task EndAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>SIGKILL. Nothing in the program runs any more.</summary>
    /// <returns><see langword="false"/> when it had ended by itself.</returns>
    public async Task<bool> KillAsync()
    {
        var wasAlive = !_process.HasExited;
        _process.Kill();
        await _process.WaitForExitAsync();
        return wasAlive && _process.ExitCode != 0;
    }

    public bool HasEnded => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    public void Dispose() => _process.Dispose();
}
