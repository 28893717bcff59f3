using BenchmarkDotNet.Attributes;
using TicketExport.Providers;

namespace TicketExport.Benchmarks;

/// <summary>One create through an adapter, beside a bare client that sends the same requests with the same bytes to the same server on loopback.</summary>
/// <remarks>What an adapter remembers between creates, such as the fields of a screen, is remembered: the requests are those of a later ticket.</remarks>
[InProcess, WarmupCount(3), IterationCount(12)]
public class AdapterBenchmarks : IDisposable
{
    private const int Creates = 128;
    private AdapterStage _stage = null!;

    [Params("github", "jira", "linear")]
    public string Tracker { get; set; } = "github";

    [GlobalSetup]
    public void Setup() => _stage = AdapterStage.StartAsync(Tracker).GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Dispose()
    {
        _stage.DisposeAsync().AsTask().GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, Description = "Bare client, same requests", OperationsPerInvoke = Creates)]
    public async Task BareAsync()
    {
        for (var i = 0; i < Creates; i++)
        {
            await _stage.SendBareAsync();
        }
    }

    [Benchmark(Description = "Adapter: settings, mapping, rendering, guard, answer", OperationsPerInvoke = Creates)]
    public async Task CreateAsync()
    {
        for (var i = 0; i < Creates; i++)
        {
            if (await _stage.CreateAsync() is not CreateOutcome.Created)
            {
                throw new InvalidOperationException("The ticket was not created.");
            }
        }
    }
}
