using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace TicketExport.Benchmarks;

/// <summary>Adds how many megabytes a second each benchmark wrote. Needs benchmarks that run in this process, and note their bytes.</summary>
public sealed class ThroughputConfig : ManualConfig
{
    private static readonly ConcurrentDictionary<string, long> BytesOf = new();

    public ThroughputConfig() => AddColumn(new ThroughputColumn());

    /// <summary>Notes how many bytes one run of a benchmark wrote.</summary>
    /// <returns>The bytes.</returns>
    public static long Note(object benchmark, long bytes, [CallerMemberName] string method = "")
    {
        // BenchmarkDotNet runs a class that it derives from the benchmark.
        var type = benchmark.GetType();
        BytesOf[$"{(type.BaseType == typeof(object) ? type : type.BaseType!).Name}.{method}"] = bytes;
        return bytes;
    }

    private static string Format(Summary summary, BenchmarkCase benchmark)
    {
        var method = benchmark.Descriptor.WorkloadMethod;
        var key = $"{benchmark.Descriptor.Type.Name}.{method.Name}";
        return summary[benchmark]?.ResultStatistics is { } statistics && BytesOf.TryGetValue(key, out var bytes)
            ? (bytes / (double)benchmark.Descriptor.OperationsPerInvoke / statistics.Median * 1_000).ToString("N0", CultureInfo.InvariantCulture)
            : "?";
    }

    private sealed class ThroughputColumn : IColumn
    {
        public string Id => "Throughput";

        public string ColumnName => "MB/s";

        public string Legend => "10^6 bytes written per second, at the median";

        public bool AlwaysShow => true;

        public ColumnCategory Category => ColumnCategory.Custom;

        public int PriorityInCategory => 0;

        public bool IsNumeric => true;

        public UnitType UnitType => UnitType.Dimensionless;

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => Format(summary, benchmarkCase);

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => Format(summary, benchmarkCase);

        public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

        public bool IsAvailable(Summary summary) => true;
    }
}
