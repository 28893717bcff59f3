using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TicketExport.Comments;
using TicketExport.Contract;
using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.Signing;
using TicketExport.Worker;

namespace TicketExport.Webhooks.Receiver.Tests;

/// <summary>The profiles that the real sender has beside the export profile, against the real kit.</summary>
public sealed class SenderProfileTests
{
    private static readonly TicketReference Ticket = new() { ProviderTicketId = "mock-TCK-1" };

    private readonly ConcurrentQueue<(string Signature, string Body)> _seen = new();

    [Fact]
    [Trait("Behaviour", "S250")]
    [Trait("Behaviour", "S251")]
    [Trait("Behaviour", "S252")]
    [Trait("Behaviour", "S254")]
    [Trait("Behaviour", "S255")]
    public async Task A_ticket_sync_target_is_sent_create_close_and_comment_and_the_kit_accepts_all()
    {
        var kit = new Kit { Answer = static (_, _) => Task.FromResult(DeliveryAnswer.Accepted("mock-TCK-1")) };
        await using var server = await StartAsync(kit, WebhookProfile.TicketSync);
        await using var host = new SenderHost(kit, server.Address, WebhookProfile.TicketSync);

        var created = await host.ExportAsync();
        var closed = await host.CloseAsync(created.Ticket!);
        var posted = await host.CommentAsync(created.Ticket!, "c-1", "Fixed – please look.");

        Assert.Equal((ExportOutcome.Created, "mock-TCK-1"), (created.Outcome, created.Ticket!.ProviderTicketId));
        Assert.Equal(created.Ticket, Assert.IsType<ChangeOutcome.Changed>(closed).Ticket);
        Assert.Equal("c-1", Assert.IsType<CommentOutcome.Posted>(posted).CommentId);
        var messages = kit.Handled.Select(static delivery => delivery.Message).ToArray();
        Assert.Equal([TicketSyncEvents.Create, TicketSyncEvents.Close, TicketSyncEvents.Comment], messages.Select(static message => message.Event));
        Assert.Equal("Fix checkout", messages[0].TicketExport!.Title);
        Assert.Equal([null, "mock-TCK-1", "mock-TCK-1"], messages.Select(static message => message.ExternalId));
        Assert.Equal(("c-1", "Fixed – please look."), (messages[2].Comment!.Id, messages[2].Comment!.Body));
        Assert.Equal(3, messages.Select(static message => message.IdempotencyKey).Distinct().Count());
    }

    [Fact]
    [Trait("Behaviour", "S237")]
    [Trait("Behaviour", "S238")]
    [Trait("Behaviour", "S250")]
    public async Task A_comment_of_a_thread_reaches_a_ticket_sync_receiver_and_a_repetition_has_the_same_key()
    {
        var kit = new Kit { Answer = static (_, _) => Task.FromResult(DeliveryAnswer.Accepted("mock-TCK-1")) };
        await using var server = await StartAsync(kit, WebhookProfile.TicketSync);
        await using var host = new SenderHost(kit, server.Address, WebhookProfile.TicketSync);
        await host.ExportAsync();
        kit.Answer = static (_, _) => throw new InvalidOperationException("The receiver's tracker is down.");
        var draft = new CommentDraft { AccountId = SenderHost.Account.Id, Source = new("report_issue", "42"), Author = "Kim", Text = "Attached the report." };

        var pending = await host.Service<ITicketComments>().AddAsync(draft);
        kit.Answer = static (_, _) => Task.FromResult(DeliveryAnswer.Accepted("mock-TCK-1"));
        kit.Time.SetUtcNow(pending.Comment!.RetryAt!.Value);
        await host.Service<ITicketExportDispatcher>().RunOnceAsync(10);

        Assert.Equal(CommentOutcomeKind.Pending, pending.Outcome);
        var thread = await host.Service<ITicketComments>().ListAsync(draft.AccountId, draft.Source, new PageRequest());
        Assert.Equal((CommentDelivery.Delivered, pending.Comment.CommentId), Assert.Single(thread.Items) is var only ? (only.Delivery, only.ExternalCommentId) : default);
        var messages = kit.Handled.Select(static delivery => delivery.Message).Where(static message => message.Event == TicketSyncEvents.Comment).ToArray();
        Assert.Equal(("mock-TCK-1", "Attached the report."), (messages[^1].ExternalId, messages[^1].Comment!.Body));
        Assert.Equal(2, messages.Length);
        Assert.Single(messages.Select(static message => message.IdempotencyKey).Distinct());
    }

    [Fact]
    [Trait("Behaviour", "S256")]
    [Trait("Behaviour", "S257")]
    [Trait("Behaviour", "S258")]
    public async Task The_same_event_has_the_same_bytes_and_signature_however_often_it_is_sent()
    {
        var kit = new Kit();
        await using var server = await StartAsync(kit, WebhookProfile.TicketSync);
        await using var host = new SenderHost(kit, server.Address, WebhookProfile.TicketSync);

        await host.CommentAsync(Ticket, "c-1", "Seen.");
        kit.Time.Advance(TimeSpan.FromHours(1));
        await host.CommentAsync(Ticket, "c-1", "Seen.");
        await host.CommentAsync(Ticket, "c-2", "Seen.");

        var sent = _seen.ToArray();
        Assert.Equal(sent[0], sent[1]);
        Assert.NotEqual(sent[0].Signature, sent[2].Signature);
        Assert.StartsWith("{\"comment\":{\"author\":null,\"body\":\"Seen.\",\"id\":\"c-1\"},\"event\":\"ticket.comment\",\"external_id\":\"mock-TCK-1\",", sent[0].Body, StringComparison.Ordinal);
        Assert.Equal(2, kit.Handled.Count);
    }

    [Fact]
    [Trait("Fault", "F85")]
    [Trait("Fault", "F125")]
    public async Task The_same_ids_of_another_ticket_or_another_account_are_other_events()
    {
        var kit = new Kit();
        await using var server = await StartAsync(kit, WebhookProfile.TicketSync);
        await using var host = new SenderHost(kit, server.Address, WebhookProfile.TicketSync);
        var other = Ticket with { ProviderTicketId = "mock-TCK-2" };

        await host.CommentAsync(Ticket, "c-1", "Seen.");
        await host.CommentAsync(other, "c-1", "Seen.");
        await host.CommentAsync(Ticket, "c-1", "Seen.", account: "457");
        await host.CloseAsync(Ticket);
        await host.CloseAsync(other);
        await host.CloseAsync(Ticket, account: "457");

        Assert.Equal(6, kit.Handled.Select(static delivery => delivery.IdempotencyKey).Distinct().Count());
    }

    [Fact]
    public async Task A_target_of_the_export_profile_has_no_events_beside_the_request()
    {
        var kit = new Kit();
        await using var server = await StartAsync(kit, WebhookProfile.Export);
        await using var host = new SenderHost(kit, server.Address, WebhookProfile.Export);

        var fault = Assert.IsType<ChangeOutcome.Rejected>(await host.CloseAsync(Ticket)).Fault;

        Assert.Equal((FailureReason.Configuration, "Settings:profile"), (fault.Reason, fault.Setting));
        Assert.IsType<CommentOutcome.Rejected>(await host.CommentAsync(Ticket, "c-1", "Seen."));
        Assert.Empty(_seen);
    }

    [Fact]
    public async Task A_standard_webhooks_target_is_accepted_by_a_receiver_of_that_profile_and_by_no_other()
    {
        var kit = new Kit { Answer = static (_, _) => Task.FromResult(DeliveryAnswer.Accepted("T-9")) };
        await using var server = await StartAsync(kit, WebhookProfile.StandardWebhooks, Delivery.StandardSecret);
        await using var host = new SenderHost(kit, server.Address, WebhookProfile.StandardWebhooks);
        await using var other = new SenderHost(kit, server.Address, WebhookProfile.Export);

        Assert.Equal("T-9", (await host.ExportAsync()).Ticket!.ProviderTicketId);
        Assert.Equal(FailureReason.Authentication, (await other.ExportAsync("43")).Failure!.Reason);
        Assert.Equal("Fix checkout", Assert.Single(kit.Handled).Envelope.TicketExport.Title);
    }

    [Fact]
    public async Task While_a_secret_is_rotated_a_standard_webhooks_delivery_carries_both_signatures()
    {
        const string Next = "whsec_bmV4dC1yZWNlaXZlci1zZWNyZXQtb2YtMzItYnl0ZXM=";
        var kit = new Kit();
        await using var server = await StartAsync(kit, WebhookProfile.StandardWebhooks, Delivery.StandardSecret);
        await using var host = new SenderHost(kit, server.Address, WebhookProfile.StandardWebhooks, static target => target.SigningSecret = Next, Delivery.StandardSecret);

        Assert.Equal(ExportOutcome.Created, (await host.ExportAsync()).Outcome);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("Export")]
    public async Task A_profile_that_does_not_exist_stops_the_export_with_its_key(string profile)
    {
        var kit = new Kit();
        await using var server = await StartAsync(kit, WebhookProfile.Export);
        await using var host = new SenderHost(kit, server.Address, WebhookProfile.Export);
        var target = new TicketTarget
        {
            Id = "hook",
            ProviderKey = "webhook",
            BaseUrl = server.Address,
            Settings = ImmutableDictionary<string, string>.Empty.Add("profile", profile).Add("network_policy", "loopback"),
        };

        var problem = Assert.Single(((ITargetRules)host.Provider).Check(target, new TicketCredential([new("secret", Delivery.Secret)])));

        Assert.Equal("Settings:profile", problem.Setting);
        Assert.Contains("export, standard_webhooks, ticket_sync", problem.Message, StringComparison.Ordinal);
    }

    private Task<ReceiverServer> StartAsync(Kit kit, WebhookProfile profile, string secret = Delivery.Secret) => ReceiverServer.StartAsync(
        kit,
        app => app.Use(async (context, next) =>
        {
            context.Request.EnableBuffering();
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8, leaveOpen: true);
            _seen.Enqueue((context.Request.Headers["X-Signature"].ToString(), await reader.ReadToEndAsync()));
            context.Request.Body.Position = 0;
            await next(context);
        }),
        options =>
        {
            options.Profile = profile;
            options.Secrets.Clear();
            options.Secrets.Add(secret);
        });
}
