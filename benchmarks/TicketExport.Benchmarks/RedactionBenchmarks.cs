using BenchmarkDotNet.Attributes;
using TicketExport.Redaction;

namespace TicketExport.Benchmarks;

/// <summary>What the gate costs on a clean text of 10 KB, against the cheapest look at every character of it.</summary>
public class RedactionBenchmarks
{
    private const int Length = 10_000;
    private const string Sentence =
        "The checkout form at https://shop.example.test/checkout?step=2 drops its state (src/cart.js:42) after a failed payment. ";

    private readonly RedactionGate _gate = new(new RedactionOptions());
    private readonly RedactionGate _all = new(WithPersonalData());
    private readonly string _text = string.Concat(Enumerable.Repeat(Sentence, (Length / Sentence.Length) + 1))[..Length];

    [Benchmark(Baseline = true, Description = "IndexOf of an absent word")]
    public int IndexOf() => _text.AsSpan().IndexOf("zebra", StringComparison.Ordinal);

    [Benchmark(Description = "Default rules")]
    public RedactedText Default() => _gate.Inspect("$.summary", _text);

    [Benchmark(Description = "All rules")]
    public RedactedText All() => _all.Inspect("$.summary", _text);

    private static RedactionOptions WithPersonalData()
    {
        var options = new RedactionOptions();
        foreach (var rule in RedactionRules.All.Where(static rule => rule.IsOptional))
        {
            options.EnabledRules.Add(rule.Id);
        }

        return options;
    }
}
