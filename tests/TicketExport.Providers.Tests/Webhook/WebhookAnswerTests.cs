using Microsoft.Extensions.Time.Testing;
using TicketExport.Testing;

namespace TicketExport.Providers.Webhook;

public sealed class WebhookAnswerTests
{
    [Theory]
    [InlineData(200, "")]
    [InlineData(202, "Accepted")]
    [InlineData(204, "")]
    [InlineData(201, "{\"id\":")]
    [InlineData(200, "{\"message\":\"Workflow was started\"}")]
    [InlineData(200, "{\"external_id\":{},\"url\":\"javascript:alert(1)\"}")]
    [InlineData(200, "{\"external_id\":\"../../x\"}")]
    [InlineData(409, "")]
    [Trait("Behaviour", "S342")]
    [Trait("Fault", "F53")]
    [Trait("Fault", "F54")]
    [Trait("Fault", "F32")]
    [Trait("Fault", "F38")]
    public async Task An_accepting_status_counts_whatever_the_body_is(int status, string body)
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var export = WebhookDeliveryTests.Host(receiver);
        receiver.AnswerNext(status, body);

        var result = await export.ExportAsync();

        Assert.Equal((ExportOutcome.Created, ExportStatus.Exported), (result.Outcome, result.Status));
        Assert.Equal($"webhook:{result.IdempotencyKey}", result.Ticket!.ProviderTicketId);
        Assert.Null(result.Ticket.Url);
    }

    [Theory]
    [InlineData("{\"external_id\":\"10042\",\"external_key\":\"SHOP-42\",\"url\":\"https://tracker.example.test/SHOP-42\"}")]
    [InlineData("{\"external_id\":10042,\"external_key\":\"SHOP-42\",\"url\":\"https://tracker.example.test/SHOP-42\",\"more\":[1]}")]
    [InlineData("{\"ticket\":{\"id\":\"10042\",\"key\":\"SHOP-42\",\"url\":\"https://tracker.example.test/SHOP-42\"}}")]
    [Trait("Behaviour", "S343")]
    public async Task A_ticket_named_in_the_answer_becomes_the_reference(string body)
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var export = WebhookDeliveryTests.Host(receiver);
        receiver.AnswerNext(201, body);

        var ticket = (await export.ExportAsync()).Ticket;

        Assert.Equal(
            new TicketReference { ProviderTicketId = "10042", ExternalIssueId = "SHOP-42", Url = new Uri("https://tracker.example.test/SHOP-42") },
            ticket);
    }

    [Theory]
    [InlineData(400, "generic_webhook_validation_failed", FailureReason.Validation)]
    [InlineData(422, "generic_webhook_validation_failed", FailureReason.Validation)]
    [InlineData(401, "generic_webhook_auth_failed", FailureReason.Authentication)]
    [InlineData(403, "generic_webhook_auth_failed", FailureReason.Authentication)]
    [InlineData(404, "generic_webhook_not_found", FailureReason.NotFound)]
    [InlineData(410, "generic_webhook_not_found", FailureReason.NotFound)]
    [InlineData(413, "generic_webhook_payload_too_large", FailureReason.Validation)]
    [InlineData(418, "generic_webhook_rejected", FailureReason.Validation)]
    [Trait("Behaviour", "S344")]
    [Trait("Behaviour", "S345")]
    [Trait("Behaviour", "S346")]
    [Trait("Behaviour", "S347")]
    [Trait("Behaviour", "S348")]
    [Trait("Behaviour", "S349")]
    [Trait("Behaviour", "S350")]
    [Trait("Fault", "F35")]
    [Trait("Fault", "F36")]
    [Trait("Fault", "F37")]
    [Trait("Fault", "F39")]
    public async Task A_refusal_is_final_and_carries_its_code(int status, string code, FailureReason reason)
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var export = WebhookDeliveryTests.Host(receiver);
        receiver.AnswerNext(status);

        var result = await export.ExportAsync();

        Assert.Equal((ExportOutcome.Failed, ExportStatus.Failed), (result.Outcome, result.Status));
        Assert.Null(result.RetryAt);
        Assert.Null(result.Ticket);
        Assert.Equal((code, reason, status), (result.Failure!.ProviderErrorCode, result.Failure.Reason, result.Failure.ProviderResponseCode));
        Assert.Single(receiver.Deliveries);
    }

    [Theory]
    [InlineData("{\"code\":\"WEBHOOK_VALIDATION_FAILED\"}", "WEBHOOK_VALIDATION_FAILED")]
    [InlineData("{\"error\":{\"code\":\"WEBHOOK_SIGNATURE_INVALID\"}}", "WEBHOOK_SIGNATURE_INVALID")]
    [InlineData("{\"code\":\"<script>\"}", null)]
    [InlineData("{\"code\":\"lower\"}", null)]
    [InlineData("{\"code\":404,\"message\":\"x\"}", null)]
    [InlineData("{\"code\":\"\\ud800\"}", null)]
    [InlineData("[]", null)]
    [Trait("Behaviour", "S360")]
    [Trait("Behaviour", "S361")]
    public async Task A_code_of_the_receiver_is_recorded_if_it_is_one(string body, string? code)
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var export = WebhookDeliveryTests.Host(receiver);
        receiver.AnswerNext(422, body);

        Assert.Equal(code, Assert.IsType<CreateOutcome.Rejected>(await export.CreateAsync()).Fault.ReceiverCode);
    }

    [Theory]
    [InlineData(429, "")]
    [InlineData(400, "Queue is full")]
    [Trait("Behaviour", "S351")]
    [Trait("Behaviour", "S352")]
    [Trait("Fault", "F62")]
    public async Task A_rate_limit_waits_for_the_time_that_the_receiver_asked_for(int status, string body)
    {
        var time = new FakeTimeProvider(new(2026, 1, 15, 10, 30, 0, TimeSpan.Zero));
        await using var receiver = await FakeWebhookReceiver.StartAsync(new FakeWebhookReceiverOptions { TimeProvider = time });
        await using var export = WebhookDeliveryTests.Host(receiver, time);
        receiver.AnswerNext(status, body, "text/plain", new Dictionary<string, string> { ["Retry-After"] = "120" });

        var result = await export.ExportAsync();

        Assert.Equal(ExportStatus.RetryScheduled, result.Status);
        Assert.Equal("WEBHOOK_RATE_LIMITED", result.Failure!.ProviderErrorCode);
        Assert.True(result.RetryAt >= time.GetUtcNow().AddSeconds(120));

        time.Advance(result.RetryAt!.Value - time.GetUtcNow());
        Assert.Equal(ExportOutcome.Created, (await export.ExportAsync()).Outcome);
        Assert.Equal([1, 2], receiver.Deliveries.Select(static delivery => delivery.Envelope!.Attempt));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    [Trait("Behaviour", "S353")]
    [Trait("Behaviour", "S354")]
    [Trait("Fault", "F42")]
    public async Task A_redirect_is_refused_and_nothing_reaches_its_target(int status)
    {
        await using var elsewhere = await FakeTracker.StartAsync();
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var export = WebhookDeliveryTests.Host(receiver);
        receiver.RedirectNext(new Uri(elsewhere.BaseAddress, "api/tickets"), status);

        var result = await export.ExportAsync();

        Assert.Equal(ExportStatus.Failed, result.Status);
        Assert.Equal(("generic_webhook_redirect_blocked", FailureReason.Redirected), (result.Failure!.ProviderErrorCode, result.Failure.Reason));
        Assert.Equal((0, 0), (elsewhere.CreateCalls, elsewhere.Calls.Length));
    }

    [Theory]
    [InlineData(408)]
    [InlineData(425)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(520)]
    [Trait("Fault", "F33")]
    [Trait("Fault", "F41")]
    public async Task A_failing_receiver_may_have_taken_the_delivery(int status)
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var export = WebhookDeliveryTests.Host(receiver);
        receiver.AnswerNext(status);

        Assert.Equal(status, Assert.IsType<CreateOutcome.Unknown>(await export.CreateAsync()).Fault.ResponseCode);
    }

    [Fact]
    [Trait("Fault", "F56")]
    public async Task A_lost_answer_is_repeated_and_the_receiver_works_once()
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync(new FakeWebhookReceiverOptions { AnswersWithTicket = true });
        await using var export = WebhookDeliveryTests.Host(receiver);
        receiver.LoseNextReply();

        Assert.IsType<CreateOutcome.Unknown>(await export.CreateAsync(attempt: 1));
        var created = Assert.IsType<CreateOutcome.Created>(await export.CreateAsync(attempt: 2));

        Assert.Equal("HOOK-1", created.Ticket.ExternalIssueId);
        Assert.Equal((2, 1), (receiver.Deliveries.Length, receiver.AcceptedExports));
    }

    [Fact]
    [Trait("Fault", "F61")]
    public async Task A_receiver_that_is_down_has_provably_got_nothing()
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var export = WebhookDeliveryTests.Host(receiver);
        await receiver.StopAsync();

        Assert.Equal(FailureReason.Unavailable, Assert.IsType<CreateOutcome.NotSent>(await export.CreateAsync()).Fault.Reason);

        await receiver.RestartAsync();
        Assert.IsType<CreateOutcome.Created>(await export.CreateAsync());
    }

    [Fact]
    public async Task Cancelling_after_the_delivery_left_is_unknown()
    {
        using var cancel = new CancellationTokenSource();
        var held = new TaskCompletionSource();
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var export = WebhookDeliveryTests.Host(receiver);
        receiver.HoldNext(held.Task);

        var create = export.CreateAsync(cancellationToken: cancel.Token);
        cancel.CancelAfter(TimeSpan.FromMilliseconds(500));

        Assert.Equal(FailureReason.Timeout, Assert.IsType<CreateOutcome.Unknown>(await create).Fault.Reason);
        held.SetResult();
    }

    [Fact]
    [Trait("Fault", "F195")]
    [Trait("Fault", "F196")]
    public async Task No_path_secret_header_or_answer_gets_into_a_log_or_a_message()
    {
        const string PathCanary = "path-canary-5f2c9a";
        const string BodyCanary = "answer-canary-7b1e33";
        await using var receiver = await FakeWebhookReceiver.StartAsync(new FakeWebhookReceiverOptions { Path = $"/hooks/{PathCanary}" });
        await using var export = WebhookDeliveryTests.Host(receiver);
        var outcomes = new List<string>();
        foreach (var status in new[] { 301, 400, 401, 404, 413, 429, 500 })
        {
            receiver.AnswerNext(status, $"{{\"message\":\"{BodyCanary} {receiver.Secret} {receiver.Url}\"}}");
            outcomes.Add($"{await export.CreateAsync()}");
        }

        receiver.LoseNextReply();
        outcomes.Add($"{await export.CreateAsync()}");
        await receiver.StopAsync();
        outcomes.Add($"{await export.ExportAsync()}");

        var said = string.Concat(outcomes) + export.LogText;
        Assert.Equal(9, outcomes.Count);
        Assert.DoesNotContain(PathCanary, said, StringComparison.Ordinal);
        Assert.DoesNotContain(BodyCanary, said, StringComparison.Ordinal);
        Assert.DoesNotContain(receiver.Secret, said, StringComparison.Ordinal);
        Assert.DoesNotContain("sha256=", said, StringComparison.Ordinal);
    }
}
