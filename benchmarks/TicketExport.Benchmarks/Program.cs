using BenchmarkDotNet.Running;
using TicketExport.Benchmarks;
using TicketExport.Benchmarks.Probes;

if (args is ["probe", .. var probe])
{
    return await Probe.RunAsync(probe);
}

BenchmarkSwitcher.FromAssembly(typeof(BenchmarkConfig).Assembly).Run(args, new BenchmarkConfig());
return 0;
