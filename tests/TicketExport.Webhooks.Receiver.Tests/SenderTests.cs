using System.Collections.Concurrent;
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
public sealed class SenderTests
{
    private const string CountVariable = "TICKETEXPORT_WEBHOOK_DELIVERIES";
    private const string Target = "hook";

    private static readonly int Exports =
        int.TryParse(Environment.GetEnvironmentVariable(CountVariable), CultureInfo.InvariantCulture, out var count) ? count : 1000;

    [Fact]
    [Trait("Behaviour", "S339")]
    [Trait("Behaviour", "S340")]
    [Trait("Fault", "F122")]
    [Trait("Fault", "F127")]
    public async Task Deliveries_through_a_failing_network_are_each_worked_on_once_and_all_are_exported()
    {
        var faults = new Random(20260301);
        var seen = new ConcurrentDictionary<string, int>();
        var worked = new ConcurrentDictionary<string, int>();
        var kit = new Kit
        {
            Answer = (delivery, _) =>
            {
                worked.AddOrUpdate(delivery.IdempotencyKey, 1, static (_, count) => count + 1);
                return Task.FromResult(DeliveryAnswer.Accepted(delivery.Envelope.TicketExport.Source.RecordId));
            },
        };
        await using var server = await ReceiverServer.StartAsync(kit, app => app.Use((context, next) =>
        {
            int fault;
            lock (faults)
            {
                fault = faults.Next(10);
            }

            return FailAsync(fault, context, next, seen);
        }));
        await using var host = Host(kit, server);
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

        var afterFirst = 0L;
        var left = Exports;
        for (var round = 0; round < 400 && left > 0; round++)
        {
            await host.GetRequiredService<ITicketExportDispatcher>().RunOnceAsync(Exports);
            kit.Time.Advance(TimeSpan.FromMinutes(round % 8 == 7 ? 240 : 3));
            left = await CountWaitingAsync(host);
            afterFirst = afterFirst == 0 ? GC.GetTotalMemory(forceFullCollection: true) : afterFirst;
        }

        Assert.Equal(0, left);
        Assert.Equal(Exports, worked.Count);
        Assert.All(worked, static work => Assert.Equal(1, work.Value));
        Assert.True(seen.Values.Sum() > Exports * 1.2, "the network failed too rarely to show anything");
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true), 0, afterFirst + (32L * 1024 * 1024));
    }

    // Before the kit: nothing, 429, 500 or a cut connection. After it: a lost answer, or a 500 by a proxy.
    private static async Task FailAsync(int fault, HttpContext context, RequestDelegate next, ConcurrentDictionary<string, int> seen)
    {
        seen.AddOrUpdate(context.Request.Headers["X-WebRiskOps-Idempotency-Key"].ToString(), 1, static (_, count) => count + 1);
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

    private static ServiceProvider Host(Kit kit, ReceiverServer server)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(kit.Time);
        services.AddTicketExport().AddWebhook(Target, target =>
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
