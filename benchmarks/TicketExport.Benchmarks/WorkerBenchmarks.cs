using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Ledger;
using TicketExport.Worker;

namespace TicketExport.Benchmarks;

/// <summary>
/// What a dispatched export costs beyond the two writes that no worker can do without: a bare loop of claim and record on the same
/// kind of ledger, as parallel as the dispatcher.
/// </summary>
[InvocationCount(1)]
[IterationCount(8)]
[WarmupCount(2)]
public class WorkerBenchmarks
{
    private const int Exports = 1_000;
    private const int Parallel = 16;

    private static readonly AccountScope Account = new() { Id = "acme" };
    private static readonly TicketTarget Target = new() { Id = "mock", ProviderKey = "mock" };

    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private int _round;
    private ServiceProvider _services = null!;
    private IExportLedger _ledger = null!;
    private ClaimRequest[] _claims = [];

    [Params("memory", "sqlite")]
    public string Ledger { get; set; } = "memory";

    [IterationSetup]
    public void Setup()
    {
        Directory.CreateDirectory(_folder);
        var services = new ServiceCollection();
        var builder = services.AddTicketExport().AddMock();
        services.Configure<TicketExportWorkerOptions>(static options => (options.MaxParallel, options.MaxParallelPerTarget) = (Parallel, Parallel));
        if (Ledger == "sqlite")
        {
            builder.UseSqlite($"Data Source={Path.Combine(_folder, $"{_round++}.db")}");
        }

        _services = services.BuildServiceProvider();
        _ledger = _services.GetRequiredService<IExportLedger>();
        _claims = [.. Enumerable.Range(0, Exports).Select(ClaimOf)];
        EnqueueAsync().GetAwaiter().GetResult();
    }

    [IterationCleanup]
    public void Cleanup() => _services.Dispose();

    [GlobalCleanup]
    public void DeleteFiles() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Baseline = true, Description = "Claim and record, bare", OperationsPerInvoke = Exports)]
    public Task BareAsync() => System.Threading.Tasks.Parallel.ForEachAsync(
        _claims,
        new ParallelOptions { MaxDegreeOfParallelism = Parallel },
        async (request, cancellationToken) =>
        {
            var claimed = (ClaimResult.ToSend)await _ledger.ClaimAsync(request, cancellationToken);
            var update = new ExportUpdate
            {
                Status = ExportStatus.Exported,
                AttemptState = AttemptState.Created,
                Ticket = new TicketReference { ProviderTicketId = request.ExportId },
            };
            await _ledger.RecordAsync(claimed.Claim, update, cancellationToken);
        });

    [Benchmark(Description = "Dispatcher", OperationsPerInvoke = Exports)]
    public async Task<DispatchReport> DispatchAsync()
    {
        var report = await _services.GetRequiredService<ITicketExportDispatcher>().RunOnceAsync(Exports);
        return report.Created == Exports ? report : throw new InvalidOperationException($"Not all were created: {report}");
    }

    private async Task EnqueueAsync()
    {
        var exporter = _services.GetRequiredService<ITicketExporter>();
        for (var i = 0; i < Exports; i++)
        {
            await exporter.EnqueueAsync(new ExportRequest { Account = Account, TargetId = Target.Id, Document = BenchmarkDocuments.Small(i + 1) });
        }
    }

    private static ClaimRequest ClaimOf(int number)
    {
        var document = BenchmarkDocuments.Small(number + 1);
        return new ClaimRequest
        {
            Account = Account,
            TargetId = Target.Id,
            ProviderKey = Target.ProviderKey,
            Source = new SourceKey(document.Source.Type, document.Source.RecordId),
            Keys = ExportKeys.Compute(Account, document.Source, Target, 1),
            DocumentJson = TicketExportJson.ToUtf8Bytes(document),
            ExportId = $"export-{number}",
            ClaimId = $"claim-{number}",
            LeaseDuration = TimeSpan.FromSeconds(45),
        };
    }
}
