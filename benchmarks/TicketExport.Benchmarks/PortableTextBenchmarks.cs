using System.Text;
using BenchmarkDotNet.Attributes;
using TicketExport.Portable;
using TicketExport.Redaction;

namespace TicketExport.Benchmarks;

/// <summary>A ticket of a Markdown file of 100,000, beside a bare writer of text that is rendered already.</summary>
[InProcess, WarmupCount(2), IterationCount(8)]
[Config(typeof(ThroughputConfig))]
public class PortableTextBenchmarks : IDisposable
{
    private readonly PortableStage _plain = new(RedactionMode.Off);
    private readonly PortableStage _gated = new(RedactionMode.Block);
    private string _text = "";

    [GlobalSetup]
    public async Task SetupAsync() => _text = await _plain.TextAsync(PortableFormat.Markdown);

    [GlobalCleanup]
    public void Dispose()
    {
        _plain.Dispose();
        _gated.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, Description = "StreamWriter, text alone", OperationsPerInvoke = PortableStage.Tickets)]
    public async Task<long> StreamWriterAsync()
    {
        var target = new ByteCounter();
        await using (var text = new StreamWriter(target, new UTF8Encoding(false), 32 * 1024))
        {
            for (var i = 0; i < PortableStage.Tickets; i++)
            {
                await text.WriteAsync(_text);
            }
        }

        return ThroughputConfig.Note(this, target.Bytes);
    }

    [Benchmark(Description = "Markdown file, gate off", OperationsPerInvoke = PortableStage.Tickets)]
    public async Task<long> PlainAsync() => ThroughputConfig.Note(this, await _plain.WriteAsync(PortableFormat.Markdown));

    [Benchmark(Description = "Markdown file, gate on", OperationsPerInvoke = PortableStage.Tickets)]
    public async Task<long> GatedAsync() => ThroughputConfig.Note(this, await _gated.WriteAsync(PortableFormat.Markdown));
}
