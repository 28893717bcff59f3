using System.Collections.Immutable;
using TicketExport.Providers.ServiceNow.Internal;
using TicketExport.States;
using TicketExport.Testing;
using TicketExport.Testing.Conformance.Adapters;

namespace TicketExport.Providers.ServiceNow;

public sealed class ServiceNowInboundTests
{
    private const string Secret = "the-webhook-secret-0123456789";

    private static readonly DateTimeOffset Now = new(2026, 11, 3, 9, 30, 0, TimeSpan.Zero);

    private static readonly FakeTicket Ticket = new()
    {
        Id = "c537bae64f411200adf9f8e18110c76e",
        Key = "INC0010002",
        Url = new Uri("https://acme.service-now.com/"),
        Title = "",
        Body = "",
        Marker = null,
        Labels = [],
        Priority = null,
        CreatedAt = Now,
        UpdatedAt = Now,
        Status = "6",
    };

    [Fact]
    public void A_change_tells_ticket_state_actor_and_time()
    {
        var told = Assert.Single(EventsOf(Read(ServiceNowDeliveries.Of(Ticket, InboundEventKind.TicketChanged, Secret, Now)!), out var id));

        Assert.Equal($"{Ticket.Id}:3:update", id);
        Assert.Equal((InboundEventKind.TicketChanged, "6", ProviderStatus.Done), (told.Kind, told.RawStatus, told.Status));
        Assert.Equal((Ticket.Id, Ticket.Key), (told.Ticket.ProviderTicketId, told.Ticket.ExternalIssueId));
        Assert.Equal($"https://acme.service-now.com/nav_to.do?uri=incident.do%3Fsys_id%3D{Ticket.Id}", told.Ticket.Url!.AbsoluteUri);
        Assert.Equal((FakeServiceNow.Person, Now), (told.ActorId, told.OccurredAt));
    }

    [Fact]
    public void A_comment_of_ours_carries_its_mark_and_loses_it_in_the_text()
    {
        var mark = Identity.CommentMark.Of("c1");
        var told = Assert.Single(EventsOf(Read(CommentOf("comments", $"Seen.\n\n{mark}")), out var id));

        Assert.Equal((ServiceNowDeliveries.EntryId, ServiceNowDeliveries.EntryId, mark), (id, told.CommentId, told.OwnCommentId));
        Assert.Equal(new ExternalComment(ServiceNowDeliveries.EntryId, FakeServiceNow.Person, "Seen.", Now), told.Comment);
        Assert.Equal(FakeServiceNow.Person, told.ActorId);
    }

    [Theory]
    [InlineData("comments", null, false)]
    [InlineData("work_notes", null, true)]
    [InlineData("work_notes", "true", false)]
    [InlineData("work_notes", "false", true)]
    public void Work_notes_are_private_unless_the_target_shares_them(string element, string? shares, bool isPrivate)
    {
        var told = Assert.Single(EventsOf(Read(CommentOf(element, "Internal."), settings: shares is null ? [] : [("share_work_notes", shares)]), out _));

        Assert.Equal(isPrivate, told.IsPrivate);
    }

    [Fact]
    public void A_target_says_what_a_state_means()
    {
        var told = Assert.Single(EventsOf(Read(ServiceNowDeliveries.Of(Ticket, InboundEventKind.TicketChanged, Secret, Now)!, settings: [("status.6", "in_progress")]), out _));

        Assert.Equal(ProviderStatus.InProgress, told.Status);
    }

    [Theory]
    [InlineData(300, null, true)]
    [InlineData(301, null, false)]
    [InlineData(-301, null, false)]
    [InlineData(301, "600", true)]
    [InlineData(61, "60", false)]
    public void A_delivery_that_is_too_old_or_from_the_future_is_refused(int age, string? tolerance, bool isTaken)
    {
        var outcome = Read(
            ServiceNowDeliveries.Of(Ticket, InboundEventKind.TicketChanged, Secret, Now.AddSeconds(-age))!,
            settings: tolerance is null ? [] : [("webhook_tolerance_seconds", tolerance)]);

        Assert.Equal(isTaken, outcome is InboundOutcome.Authentic);
        Assert.True(isTaken || outcome is InboundOutcome.Refused { Refusal: InboundRefusal.Expired });
    }

    [Fact]
    public void The_signature_covers_the_timestamp()
    {
        var delivery = ServiceNowDeliveries.Of(Ticket, InboundEventKind.TicketChanged, Secret, Now)!;

        foreach (var headers in new[] { delivery.Headers.SetItem("X-TicketExport-Timestamp", $"{Now.ToUnixTimeSeconds() + 1}"), delivery.Headers.Remove("X-TicketExport-Timestamp") })
        {
            Assert.Equal(InboundRefusal.SignatureInvalid, Assert.IsType<InboundOutcome.Refused>(Read(delivery with { Headers = headers })).Refusal);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_signature_is_base64_or_hexadecimal(bool isHexadecimal)
    {
        var body = ServiceNowDeliveries.BodyOf(Ticket, "update", Now).ToJsonString();

        Assert.IsType<InboundOutcome.Authentic>(Read(ServiceNowDeliveries.Sign(body, Secret, Now, isHexadecimal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("sha256=abc")]
    [InlineData("sha256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("sha256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("sha256=zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    public void A_signature_of_another_shape_is_refused(string signature)
    {
        var delivery = ServiceNowDeliveries.Of(Ticket, InboundEventKind.TicketChanged, Secret, Now)!;

        Assert.IsType<InboundOutcome.Refused>(Read(delivery with { Headers = delivery.Headers.SetItem("X-TicketExport-Signature", signature) }));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"event":"update","sys_id":"x^y"}""")]
    [InlineData("""{"event":"comment","sys_id":"c537bae64f411200adf9f8e18110c76e"}""")]
    public void A_body_of_another_shape_is_malformed(string body) =>
        Assert.IsType<InboundOutcome.Malformed>(Read(ServiceNowDeliveries.Sign(body, Secret, Now)));

    [Theory]
    [InlineData("""{"event":"query","sys_id":"c537bae64f411200adf9f8e18110c76e"}""")]
    [InlineData("""{"event":"comment","sys_id":"c537bae64f411200adf9f8e18110c76e","comment":{"sys_id":"c537bae64f411200adf9f8e18110c76f","element":"approval_history"}}""")]
    public void What_is_no_concern_of_ours_tells_nothing(string body) =>
        Assert.Empty(EventsOf(Read(ServiceNowDeliveries.Sign(body, Secret, Now)), out _));

    private static AdapterDelivery CommentOf(string element, string value)
    {
        var body = ServiceNowDeliveries.BodyOf(Ticket, "comment", Now);
        body["comment"]!["element"] = element;
        body["comment"]!["value"] = value;
        return ServiceNowDeliveries.Sign(body.ToJsonString(), Secret, Now);
    }

    private static ImmutableArray<InboundEvent> EventsOf(InboundOutcome outcome, out string? id)
    {
        var authentic = Assert.IsType<InboundOutcome.Authentic>(outcome);
        id = authentic.DeliveryId;
        return authentic.Events;
    }

    private static InboundOutcome Read(AdapterDelivery delivery, params (string Name, string Value)[] settings) => ServiceNowWebhookReader.Read(new InboundRequest
    {
        Target = new TicketTarget
        {
            Id = "snow",
            ProviderKey = ServiceNowDefaults.Key,
            BaseUrl = new Uri("https://acme.service-now.com"),
            Settings = settings.ToImmutableDictionary(static setting => setting.Name, static setting => setting.Value),
        },
        Credential = new TicketCredential([new(ServiceNowDefaults.WebhookSecretCredential, Secret)]),
        Address = delivery.Address,
        Headers = delivery.Headers,
        Body = delivery.Body,
        ReceivedAt = Now,
    });
}
