using Moq;

namespace TicketExport.Webhooks.Receiver.Tests;

/// <summary>What a flood of forgeries costs, in what can be counted on any machine; the benchmarks hold the times.</summary>
public sealed class FloodTests
{
    private const int Requests = 1_000;
    private const int BigBody = 512 * 1024;

    [Fact]
    [Trait("Fault", "F140")]
    public async Task Ten_forgeries_for_each_good_delivery_reach_no_store_and_no_handler_and_hold_up_none()
    {
        var nonces = new Mock<INonceStore>(MockBehavior.Strict);
        nonces.Setup(static store => store.AddAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<DateTimeOffset>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(NonceResult.Added);
        var kit = new Kit(parts: new WebhookReceiverParts { NonceStore = nonces.Object });

        for (var number = 0; number < Requests; number++)
        {
            if (number % 11 == 0)
            {
                Assert.Equal(200, (await kit.HandleAsync(Delivery.Export(Delivery.Envelope($"key-{number}")))).Status);
            }
            else
            {
                await kit.RefuseAsync(Delivery.Export(secret: Delivery.OtherSecret), RefusalReason.SignatureMismatch);
            }
        }

        var good = (Requests + 10) / 11;
        Assert.Equal(good, kit.Handled.Count);
        Assert.Equal(good, nonces.Invocations.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Fault", "F129")]
    [Trait("Fault", "F140")]
    public void A_forgery_costs_no_memory_by_the_size_of_its_body(bool rotating)
    {
        var kit = new Kit(options =>
        {
            for (var more = 0; rotating && more < 4; more++)
            {
                options.Secrets.Add($"rotating-secret-of-32-bytes-000{more}");
            }
        });
        var forged = Delivery.Export(secret: Delivery.OtherSecret);
        forged.Body = [.. forged.Body, .. new byte[BigBody]];
        Refuse(kit, forged);
        kit.Log.Clear();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var number = 0; number < 10; number++)
        {
            Refuse(kit, forged);
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 10, 0, 8 * 1024);
    }

    // Nothing of a refusal waits, so that what it allocates is allocated on this thread.
    private static void Refuse(Kit kit, Delivery delivery)
    {
        var refused = kit.HandleAsync(delivery);
        Assert.True(refused.IsCompletedSuccessfully);
        Assert.Equal(RefusalReason.SignatureMismatch, refused.Result.Reason);
    }
}
