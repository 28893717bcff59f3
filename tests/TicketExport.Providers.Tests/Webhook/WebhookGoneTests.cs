using TicketExport.Ledger;
using TicketExport.Links;
using TicketExport.Targets;
using TicketExport.Testing;

namespace TicketExport.Providers.Webhook;

public sealed class WebhookGoneTests
{
    private static readonly AuditStamp By = new("ann", "The receiver is back.");

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    [Trait("Fault", "F37")]
    [Trait("Fault", "F39")]
    public async Task A_receiver_that_is_gone_gets_no_further_delivery_until_somebody_enables_the_target(int status)
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var export = WebhookDeliveryTests.Host(receiver);
        receiver.AnswerNext(status);
        var refused = await export.ExportAsync();

        var stopped = await export.ExportAsync();

        Assert.Equal((ExportOutcome.Failed, ExportOutcome.Blocked), (refused.Outcome, stopped.Outcome));
        Assert.Equal((ExportCodes.ProviderUnavailable, "generic_webhook_not_found", status), (stopped.Failure!.Code, stopped.Failure.ProviderErrorCode, stopped.Failure.ProviderResponseCode));
        Assert.Single(receiver.Deliveries);
        Assert.Contains($"(HTTP {status})", export.LogText, StringComparison.Ordinal);

        await export.Service<ITicketTargets>().EnableAsync(TestExport.Account.Id, TestExport.TargetId, By);
        Assert.Equal(ExportOutcome.Created, (await export.ExportAsync()).Outcome);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task No_other_answer_disables_the_target(int status)
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var export = WebhookDeliveryTests.Host(receiver);
        receiver.AnswerNext(status);

        await export.ExportAsync();

        Assert.False((await export.Service<ITicketTargets>().FindStateAsync(TestExport.Account.Id, TestExport.TargetId))!.IsDisabled);
    }

    [Fact]
    [Trait("Behaviour", "S343")]
    public async Task A_receiver_that_named_no_ticket_names_it_later_by_the_key_it_was_sent()
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var export = WebhookDeliveryTests.Host(receiver);
        receiver.AnswerNext(202);
        var taken = await export.ExportAsync();
        var links = export.Service<ITicketLinks>();
        var key = receiver.Deliveries[0].Envelope!.IdempotencyKey;
        var ticket = new TicketReference { ProviderTicketId = "10042", ExternalIssueId = "SHOP-42", Url = new Uri("https://tracker.example.test/SHOP-42") };

        var linked = await links.LinkBackAsync(TestExport.Account.Id, key, ticket, By);
        var again = await links.LinkBackAsync(TestExport.Account.Id, key, ticket, By);
        var other = await links.LinkBackAsync(TestExport.Account.Id, key, ticket with { ProviderTicketId = "10043" }, By);

        Assert.Equal($"webhook:{key}", taken.Ticket!.ProviderTicketId);
        Assert.Equal((LinkOutcome.Linked, LinkOutcome.AlreadyLinked, LinkOutcome.Conflict), (linked.Outcome, again.Outcome, other.Outcome));
        Assert.Equal(ticket, (await export.ExportAsync()).Ticket);
        Assert.Single(receiver.Deliveries);
    }

    [Theory]
    [InlineData("")]
    [InlineData("webhook:0123")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_key_that_nobody_was_sent_links_nothing(string key)
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var export = WebhookDeliveryTests.Host(receiver);
        await export.ExportAsync();

        var linked = await export.Service<ITicketLinks>().LinkBackAsync(TestExport.Account.Id, key, new TicketReference { ProviderTicketId = "1" }, By);

        Assert.Equal(new LinkResult(LinkOutcome.NotFound, null), linked);
    }
}
