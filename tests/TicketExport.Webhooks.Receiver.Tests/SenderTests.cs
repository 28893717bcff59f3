using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Contract;
using TicketExport.Http;
using TicketExport.Ledger;
using TicketExport.Worker;

namespace TicketExport.Webhooks.Receiver.Tests;

/// <summary>The real sender, with engine and clock, against the real kit, over a network that fails at random.</summary>
[Collection(RunAlone.Name)]
public sealed class SenderTests
{
    private const string CountVariable = "TICKETEXPORT_WEBHOOK_DELIVERIES";
    private const string Target = "hook";

    private static readonly int Exports =
        int.TryParse(Environment.GetEnvironmentVariable(CountVariable), CultureInfo.InvariantCulture, out var count) ? count : 500;

    // What may stay on the heap over all deliveries, and for each of them. Ledger and receipts are on disk, so none has a reason to stay;
    // one that stays with its content takes ten times as much.
    private const long HeapSlack = 768 * 1024;
    private const long HeapPerDelivery = 160;

    [Fact]
    [Trait("Behaviour", "S339")]
    [Trait("Behaviour", "S340")]
    [Trait("Fault", "F122")]
    [Trait("Fault", "F127")]
    public async Task Deliveries_through_a_failing_network_are_each_worked_on_once_and_all_are_exported_in_flat_memory()
    {
        using var folder = new TemporaryFolder();
        var faults = new Random(20260301);
        var seen = 0;
        var worked = new int[Exports];
        var kit = new Kit();
        kit.Answer = (delivery, _) =>
        {
            kit.Handled.Clear();
            Interlocked.Increment(ref worked[int.Parse(delivery.Envelope.TicketExport.Source.RecordId, CultureInfo.InvariantCulture)]);
            return Task.FromResult(DeliveryAnswer.Accepted(delivery.Envelope.TicketExport.Source.RecordId));
        };
        await using var server = await ReceiverServer.StartAsync(
            kit,
            app => app.Use((context, next) =>
            {
                int fault;
                lock (faults)
                {
                    fault = faults.Next(10);
                }

                Interlocked.Increment(ref seen);
                return FailAsync(fault, context, next);
            }),
            add: receiver => receiver.UseSqlite($"Data Source={folder.File("receiver.db")}"));
        await using var host = Host(kit, server, folder.File("ledger.db"));
        await EnqueueAsync(host);

        var heap = new List<(int Seen, long Bytes)>();
        var (left, began) = (Exports, kit.Time.GetUtcNow());
        for (var round = 0; round < Math.Max(400, Exports) && left > 0; round++)
        {
            var before = seen;
            await host.GetRequiredService<ITicketExportDispatcher>().RunOnceAsync(Math.Max(Exports / 8, 50));

            // Time leaps only where nothing is due: a receiver remembers a key for 30 days, and all of this must lie within them.
            kit.Time.Advance(TimeSpan.FromMinutes(seen == before ? 120 : 1));
            left = await CountWaitingAsync(host);
            kit.Log.Clear();
            heap.Add((seen, GC.GetTotalMemory(forceFullCollection: true)));
        }

        Assert.Equal(0, left);
        Assert.True(kit.Time.GetUtcNow() - began < WebhookReceiverDefaults.AnswerLifetime, "the run outlasted what a receiver remembers");
        Assert.All(worked, static times => Assert.Equal(1, times));
        Assert.True(seen > Exports * 1.2, "the network failed too rarely to show anything");
        AssertFlat(heap);
    }

    // The first rounds still compile and fill pools.
    private static void AssertFlat(List<(int Seen, long Bytes)> heap)
    {
        var first = heap.Skip(1).Take(2).MinBy(static sample => sample.Bytes);
        var last = heap.TakeLast(2).MinBy(static sample => sample.Bytes);
        var allowed = HeapSlack + ((last.Seen - first.Seen) * HeapPerDelivery);

        Assert.True(heap.Count >= 6 && last.Seen - first.Seen > Exports / 2, "there is too little between the first and the last sample");
        Assert.True(last.Bytes - first.Bytes <= allowed, $"grew by more than {allowed}: {string.Join(", ", heap.Select(static sample => $"{sample.Seen}:{sample.Bytes}"))}");
    }

    private static async Task EnqueueAsync(ServiceProvider host)
    {
        var exporter = host.GetRequiredService<ITicketExporter>();
        for (var i = 0; i < Exports; i++)
        {
            var result = await exporter.EnqueueAsync(new ExportRequest
            {
                Account = new AccountScope { Id = "456" },
                TargetId = Target,
                Document = Delivery.Document("Fix checkout", i.ToString(CultureInfo.InvariantCulture)),
            });
            Assert.Equal(ExportOutcome.Enqueued, result.Outcome);
        }
    }

    // Before the kit: nothing, 429, 500 or a cut connection. After it: a lost answer, or a 500 by a proxy.
    private static async Task FailAsync(int fault, HttpContext context, RequestDelegate next)
    {
        switch (fault)
        {
            case 0:
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "30";
                break;
            case 1:
                context.Response.StatusCode = 500;
                break;
            case 2:
                context.Abort();
                break;
            case 3:
                var body = context.Response.Body;
                context.Response.Body = Stream.Null;
                await next(context);
                context.Response.Body = body;
                context.Abort();
                break;
            default:
                await next(context);
                break;
        }
    }

    private static ServiceProvider Host(Kit kit, ReceiverServer server, string ledger)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(kit.Time);
        services.AddTicketExport().UseSqlite($"Data Source={ledger}").AddWebhook(Target, target =>
        {
            target.OwnershipConfirmed = true;
            target.Url = server.Address.AbsoluteUri;
            target.SigningSecret = Delivery.Secret;
            target.NetworkPolicy = NetworkPolicy.Loopback;
        });
        return services.BuildServiceProvider();
    }

    private static async Task<int> CountWaitingAsync(ServiceProvider host)
    {
        var queries = host.GetRequiredService<IExportLedgerQueries>();
        var (exported, cursor) = (0, (string?)null);
        do
        {
            var page = await queries.ListAsync(new ExportFilter { AccountId = "456", Statuses = [ExportStatus.Exported] }, new PageRequest { Size = 500, Cursor = cursor }, CancellationToken.None);
            exported += page.Items.Length;
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return Exports - exported;
    }
}
