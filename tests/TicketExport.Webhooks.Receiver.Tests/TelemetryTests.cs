using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace TicketExport.Webhooks.Receiver.Tests;

public sealed class TelemetryTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<string> _counted = new();

    public TelemetryTests()
    {
        Meters = _services.GetRequiredService<IMeterFactory>();
        Listen(Meters);
    }

    private IMeterFactory Meters { get; }

    public void Dispose()
    {
        _listener.Dispose();
        _services.Dispose();
    }

    [Fact]
    [Trait("Fault", "F132")]
    [Trait("Fault", "F205")]
    public async Task Each_request_is_counted_once_by_what_became_of_it()
    {
        var kit = new Kit(parts: new WebhookReceiverParts { MeterFactory = Meters });

        await kit.HandleAsync(Delivery.Export());
        await kit.HandleAsync(Delivery.Export());
        await kit.HandleAsync(Delivery.Export(Delivery.Envelope("other event") with { Event = "ticket_export.test" }));
        await kit.HandleAsync(Delivery.Export(secret: Delivery.OtherSecret));
        await kit.HandleAsync(Delivery.Export(Delivery.Envelope(title: "Changed")));
        kit.Answer = static (_, _) => Task.FromResult(DeliveryAnswer.Duplicate());
        await kit.HandleAsync(Delivery.Export(Delivery.Envelope("b")));
        kit.Answer = static (_, _) => Task.FromResult(DeliveryAnswer.Refused());
        await kit.HandleAsync(Delivery.Export(Delivery.Envelope("c")));
        kit.Answer = static (_, _) => throw new InvalidOperationException("away");
        await kit.HandleAsync(Delivery.Export(Delivery.Envelope("d")));
        await kit.VerifyAsync(Delivery.Export());
        await kit.VerifyAsync(Delivery.Export(Delivery.Envelope("e") with { Event = "ticket_export.test" }));

        Assert.Equal(
            [
                "default handled",
                "default replayed",
                "default ignored",
                "default refused signature_mismatch",
                "default refused content_changed",
                "default handled",
                "default declined",
                "default refused handler_failed",
                "default verified",
                "default ignored",
            ],
            _counted);
    }

    [Fact]
    public async Task A_request_that_is_refused_before_its_body_is_read_or_by_a_part_that_fails_is_counted_too()
    {
        var kit = new Kit(static options => options.MaxBodyBytes = 1024, new WebhookReceiverParts { MeterFactory = Meters });
        await kit.HandleAsync(Delivery.Export());
        var away = new Mock<INonceStore>();
        away.Setup(static store => store.AddAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<DateTimeOffset>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new TicketExportException("the file is away"));
        await new Kit(parts: new WebhookReceiverParts { MeterFactory = Meters, NonceStore = away.Object }).HandleAsync(Delivery.Export());

        Assert.Equal(["default refused too_large", "default refused store_unavailable"], _counted);
    }

    [Fact]
    public async Task A_host_counts_with_its_own_factory()
    {
        var kit = new Kit();
        await using var server = await ReceiverServer.StartAsync(kit, app => Listen(app.Services.GetRequiredService<IMeterFactory>()));

        using var answer = await EndpointTests.PostAsync(server, Delivery.Export());

        Assert.Equal(["default handled"], _counted);
    }

    private void Listen(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == meters && instrument.Name == TicketExportDiagnostics.ReceiverRequests)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            Assert.Equal(1, value);
            _counted.Enqueue(string.Join(' ', tags.ToArray().Select(static tag => $"{tag.Value}")));
        });
        _listener.Start();
    }
}
