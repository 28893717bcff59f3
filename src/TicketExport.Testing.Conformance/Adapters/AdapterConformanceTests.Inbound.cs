using System.Collections.Immutable;
using TicketExport.Inbound;
using TicketExport.Providers;
using TicketExport.States;
using Xunit;

namespace TicketExport.Testing.Conformance.Adapters;

public abstract partial class AdapterConformanceTests
{
    private const string WebhookSecret = "conformance-webhook-secret-0123456789";

    [Fact]
    public async Task A_signed_delivery_is_verified_and_names_ticket_and_actor()
    {
        if (!Requires<IInboundProvider>(out var inbound))
        {
            return;
        }

        var reference = await CreatedAsync();
        foreach (var kind in new[] { InboundEventKind.TicketChanged, InboundEventKind.TicketDeleted, InboundEventKind.CommentAdded })
        {
            if (Fixture.Deliver(Fixture.TicketOf(reference), kind, WebhookSecret, _clock.GetUtcNow()) is { } delivery)
            {
                var told = Assert.Single(Assert.IsType<InboundOutcome.Authentic>(inbound.Read(await RequestOfAsync(delivery, WebhookSecret))).Events);
                Assert.Equal((kind, reference.ProviderTicketId), (told.Kind, told.Ticket.ProviderTicketId));
                Assert.False(string.IsNullOrEmpty(told.ActorId), "Without the actor's id an echo of our own change cannot be told.");
                Assert.True(kind != InboundEventKind.CommentAdded || told.CommentId is { Length: > 0 }, "An event about a comment names it.");
            }
        }
    }

    [Fact]
    public async Task A_delivery_without_signature_is_refused()
    {
        if (!Requires<IInboundProvider>(out var inbound))
        {
            return;
        }

        var delivery = await DeliveryAsync();
        var bare = delivery with { Headers = ImmutableDictionary<string, string>.Empty, Address = new Uri(delivery.Address.GetLeftPart(UriPartial.Path)) };

        AssertRefused(inbound.Read(await RequestOfAsync(bare, WebhookSecret)), InboundRefusal.SignatureMissing);
    }

    [Fact]
    public async Task A_delivery_with_another_secret_is_refused()
    {
        if (Requires<IInboundProvider>(out var inbound))
        {
            AssertRefused(inbound.Read(await RequestOfAsync(await DeliveryAsync(), WebhookSecret + "x")), InboundRefusal.SignatureInvalid);
        }
    }

    [Fact]
    public async Task A_delivery_with_one_changed_byte_is_refused()
    {
        if (!Requires<IInboundProvider>(out var inbound))
        {
            return;
        }

        var delivery = await DeliveryAsync();
        foreach (var at in new[] { 0, delivery.Body.Length / 2, delivery.Body.Length - 1 })
        {
            var body = delivery.Body.ToArray();
            body[at] ^= 1;
            AssertRefused(inbound.Read(await RequestOfAsync(delivery with { Body = body }, WebhookSecret)), InboundRefusal.SignatureInvalid);
        }
    }

    [Fact]
    public async Task A_target_without_a_webhook_secret_takes_no_delivery()
    {
        if (Requires<IInboundProvider>(out var inbound))
        {
            AssertRefused(inbound.Read(await RequestOfAsync(await DeliveryAsync(), secret: null)), InboundRefusal.NoSecret);
        }
    }

    [Fact]
    public async Task A_delivery_with_the_previous_secret_is_still_verified()
    {
        if (!Requires<IInboundProvider>(out var inbound))
        {
            return;
        }

        var request = await RequestOfAsync(await DeliveryAsync(), secret: null) with
        {
            Credential = new TicketCredential([new(Fixture.WebhookSecrets.Current, "the-next-webhook-secret-0123456789"), new(Fixture.WebhookSecrets.Previous, WebhookSecret)]),
        };

        Assert.IsType<InboundOutcome.Authentic>(inbound.Read(request));
    }

    [Fact]
    [Trait("Fault", "F122")]
    [Trait("Fault", "F133")]
    public async Task What_a_delivery_tells_is_believed_after_a_read_and_its_repetition_does_nothing()
    {
        if (!Requires<IInboundProvider>(out var inbound) || Host.Provider is not IStatusProvider)
        {
            return;
        }

        var exported = await Host.ExportAsync();
        await Host.Sync.SyncDueAsync(10);
        Fixture.SetStatus(exported.Ticket!.ProviderTicketId, ProviderStatus.Done);
        _clock.Advance(TimeSpan.FromMinutes(1));
        var delivery = Fixture.Deliver(Fixture.TicketOf(exported.Ticket), InboundEventKind.TicketChanged, WebhookSecret, _clock.GetUtcNow())!;
        Host.Targets.EditCredential = _ => new TicketCredential(Host.Secrets().SetItem(Fixture.WebhookSecrets.Current, WebhookSecret));

        var first = await Host.ReceiveAsync(delivery);
        Assert.Equal((InboundAnswer.Taken, "read_planned", false), (first.Answer, first.Reason, first.AppliedStatus));
        Assert.NotEqual(ProviderStatus.Done, (await Host.StoredAsync(exported))!.Status);
        Assert.Equal(1, (await Host.Sync.SyncDueAsync(10)).Synced);
        Assert.Equal(ProviderStatus.Done, (await Host.StoredAsync(exported))!.Status);

        // Without an id of the delivery its repetition is another hint, and costs one read.
        var isKnown = Assert.IsType<InboundOutcome.Authentic>(inbound.Read(await RequestOfAsync(delivery, WebhookSecret))).DeliveryId is not null;
        _clock.Advance(TimeSpan.FromMinutes(1));
        var again = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Host.ReceiveAsync(delivery)));
        Assert.All(again, result => Assert.Equal(isKnown ? InboundAnswer.Repeated : InboundAnswer.Taken, result.Answer));
        Assert.Equal(isKnown ? 0 : 1, (await Host.Sync.SyncDueAsync(10)).Taken);
        Assert.Equal(InboundAnswer.NotAuthentic, (await Host.ReceiveAsync(delivery with { Body = delivery.Body[..^1] })).Answer);
    }

    private async Task<AdapterDelivery> DeliveryAsync() =>
        Fixture.Deliver(Fixture.TicketOf(await CreatedAsync()), InboundEventKind.TicketChanged, WebhookSecret, _clock.GetUtcNow())
        ?? throw new InvalidOperationException("A tracker with webhooks tells at least that a ticket changed.");

    private async Task<InboundRequest> RequestOfAsync(AdapterDelivery delivery, string? secret) => new()
    {
        Target = await Host.TargetAsync(),
        Credential = new TicketCredential(secret is null
            ? []
            : [new(Fixture.WebhookSecrets.Current, secret)]),
        Address = delivery.Address,
        Headers = delivery.Headers.WithComparers(StringComparer.OrdinalIgnoreCase),
        Body = delivery.Body,
        ReceivedAt = _clock.GetUtcNow(),
    };

    private static void AssertRefused(InboundOutcome outcome, InboundRefusal refusal) => Assert.Equal(refusal, Assert.IsType<InboundOutcome.Refused>(outcome).Refusal);
}
