using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;

namespace TicketExport.Benchmarks;

/// <summary>Counts allocations, and writes to benchmarks/results from wherever it is started.</summary>
public sealed class BenchmarkConfig : ManualConfig
{
    public BenchmarkConfig()
    {
        Add(DefaultConfig.Instance);
        AddDiagnoser(MemoryDiagnoser.Default);
        WithArtifactsPath(Path.Combine(FindRepository(), "benchmarks", "results"));
    }

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TicketExport.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("TicketExport.sln is in no folder above the benchmarks. Run them inside the repository.");
    }
}
