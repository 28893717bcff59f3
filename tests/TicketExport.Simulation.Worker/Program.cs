using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TicketExport;
using TicketExport.Simulation.Worker;
using TicketExport.Testing;

// Exports findings to a tracker in another process until all are linked. Made to be killed at any moment and started again.
// Arguments: ledger file, tracker address, token, number of findings, start of the fast clock in Unix ms, its factor.
var findings = int.Parse(args[3], CultureInfo.InvariantCulture);
var clock = new FastTimeProvider(
    DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(args[4], CultureInfo.InvariantCulture)),
    int.Parse(args[5], CultureInfo.InvariantCulture));

var services = new ServiceCollection();
services.AddSingleton<TimeProvider>(clock);
services.AddTicketExport(static options =>
    {
        options.LeaseDuration = TimeSpan.FromSeconds(20);
        options.RetryBaseDelay = TimeSpan.FromSeconds(1);
        options.RetryMaxDelay = TimeSpan.FromSeconds(10);
    })
    .AddFakeTracker()
    .AddTarget("board", target =>
    {
        target.Provider = FakeTrackerDefaults.Key;
        target.BaseUrl = args[1];
        target.OwnershipConfirmed = true;
        target.Credentials[FakeTrackerDefaults.TokenCredential] = args[2];
    })
    .UseSqlite($"Data Source={args[0]}");
await using var provider = services.BuildServiceProvider();
var exporter = provider.GetRequiredService<ITicketExporter>();

var left = new Queue<int>(Enumerable.Range(1, findings));
while (left.TryDequeue(out var finding))
{
    var result = await exporter.ExportAsync(WorkerFindings.Request(finding));
    if (!result.HasTicket)
    {
        left.Enqueue(finding);
        await Task.Delay(TimeSpan.FromSeconds(1), clock);
    }
}
