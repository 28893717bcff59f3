using Microsoft.Extensions.Logging;

namespace TicketExport.Webhooks.Receiver.Tests;

public sealed class GuardTests
{
    [Fact]
    [Trait("Behaviour", "S339")]
    [Trait("Fault", "F127")]
    public async Task The_same_key_gets_the_first_answer_again_and_no_second_work()
    {
        var kit = new Kit { Answer = (_, _) => Task.FromResult(DeliveryAnswer.Accepted("17", "OPS-17", new Uri("https://tracker.example.test/OPS-17"))) };

        var first = await kit.HandleAsync(Delivery.Export());
        kit.Time.Advance(TimeSpan.FromDays(1));
        kit.Answer = (_, _) => throw new InvalidOperationException("must not be called");
        var again = await kit.HandleAsync(Delivery.Export(Delivery.Envelope() with { Attempt = 2 }, kit.Time.GetUtcNow()));

        Assert.Equal(
            (200, """{"status":"accepted","external_id":"17","external_key":"OPS-17","url":"https://tracker.example.test/OPS-17"}""", false),
            (first.Status, first.Body, first.IsReplay));
        Assert.Equal((first.Status, first.Body, true), (again.Status, again.Body, again.IsReplay));
        Assert.Single(kit.Handled);
    }

    [Fact]
    [Trait("Fault", "F122")]
    public async Task A_hundred_deliveries_of_one_key_at_once_are_worked_on_once_and_all_get_the_answer()
    {
        var started = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        var kit = new Kit
        {
            Answer = async (_, _) =>
            {
                started.TrySetResult();
                await finish.Task;
                return DeliveryAnswer.Accepted("1");
            },
        };

        var responses = Enumerable.Range(1, 100).Select(attempt => Task.Run(() => kit.HandleAsync(Delivery.Export(Delivery.Envelope() with { Attempt = attempt })))).ToArray();
        await started.Task;
        finish.SetResult();

        Assert.All(await Task.WhenAll(responses), static response => Assert.Equal((200, """{"status":"accepted","external_id":"1"}"""), (response.Status, response.Body)));
        Assert.Single(kit.Handled);
    }

    [Fact]
    [Trait("Fault", "F122")]
    public async Task Who_waits_too_long_for_the_first_one_is_told_to_come_back()
    {
        var finish = new TaskCompletionSource();
        var kit = new Kit
        {
            Answer = async (_, _) =>
            {
                await finish.Task;
                return DeliveryAnswer.Accepted();
            },
        };
        var first = kit.HandleAsync(Delivery.Export());
        var second = kit.HandleAsync(Delivery.Export());

        kit.Time.Advance(TimeSpan.FromSeconds(10));
        var busy = await second;
        finish.SetResult();

        Assert.Equal((425, 2, RefusalReason.InProgress), (busy.Status, busy.RetryAfterSeconds, busy.Reason));
        Assert.Contains(ReceiverCodes.InProgress, busy.Body, StringComparison.Ordinal);
        Assert.Equal(200, (await first).Status);
        Assert.Equal((200, true), await Repeated(kit));
    }

    [Fact]
    [Trait("Fault", "F22")]
    [Trait("Fault", "F124")]
    public async Task A_known_key_with_other_content_is_refused_and_reported()
    {
        var kit = new Kit();
        await kit.HandleAsync(Delivery.Export());

        var response = await kit.RefuseAsync(Delivery.Export(Delivery.Envelope(title: "Another title")), RefusalReason.ContentChanged);

        Assert.Equal((422, """{"status":"refused","code":"WEBHOOK_CONTENT_CHANGED"}"""), (response.Status, response.Body));
        var alarm = Assert.Single(kit.Log.Entries, static entry => entry.Id == 1091);
        Assert.Equal(LogLevel.Warning, alarm.Level);
        Assert.Contains("key-1", alarm.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Another title", kit.Log.Text, StringComparison.Ordinal);
        Assert.Equal((200, true), await Repeated(kit));
    }

    [Fact]
    public async Task Work_that_was_not_accepted_can_be_tried_again_with_other_content()
    {
        foreach (var (answer, status) in new (DeliveryAnswer Answer, int Status)[]
        {
            (DeliveryAnswer.Refused(), 422),
            (DeliveryAnswer.RateLimited(TimeSpan.FromSeconds(1.2)), 429),
            (DeliveryAnswer.Unavailable(), 503),
        })
        {
            var kit = new Kit { Answer = (_, _) => Task.FromResult(answer) };
            Assert.Equal(status, (await kit.HandleAsync(Delivery.Export())).Status);

            kit.Answer = static (_, _) => Task.FromResult(DeliveryAnswer.Accepted());
            Assert.Equal(200, (await kit.HandleAsync(Delivery.Export(Delivery.Envelope(title: "Corrected")))).Status);
            Assert.Equal(2, kit.Handled.Count);
        }
    }

    [Fact]
    public async Task The_time_to_wait_is_given_in_whole_seconds_and_at_least_one()
    {
        foreach (var (wait, seconds) in new[] { (1.2, 2), (0, 1), (-5, 1), (1e15, int.MaxValue) })
        {
            var kit = new Kit { Answer = (_, _) => Task.FromResult(DeliveryAnswer.RateLimited(wait > 1e9 ? TimeSpan.MaxValue : TimeSpan.FromSeconds(wait))) };
            var response = await kit.HandleAsync(Delivery.Export());
            Assert.Equal((429, seconds), (response.Status, response.RetryAfterSeconds));
            Assert.Contains(ReceiverCodes.RateLimited, response.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_duplicate_by_the_handlers_own_memory_is_remembered_as_such()
    {
        var kit = new Kit { Answer = static (_, _) => Task.FromResult(DeliveryAnswer.Duplicate()) };

        Assert.Equal((409, """{"status":"duplicate"}"""), await Answer(kit));
        Assert.Equal((409, """{"status":"duplicate"}"""), await Answer(kit));
        Assert.Single(kit.Handled);

        static async Task<(int Status, string Body)> Answer(Kit kit)
        {
            var response = await kit.HandleAsync(Delivery.Export());
            return (response.Status, response.Body);
        }
    }

    [Fact]
    [Trait("Fault", "F14")]
    public async Task A_handler_that_throws_gives_500_and_the_next_delivery_is_worked_on()
    {
        var kit = new Kit { Answer = static (_, _) => throw new InvalidOperationException("the database is away") };

        var failed = await kit.HandleAsync(Delivery.Export());
        kit.Answer = static (_, _) => Task.FromResult(DeliveryAnswer.Accepted());

        Assert.Equal((500, """{"status":"refused","code":"WEBHOOK_UNAVAILABLE"}""", RefusalReason.HandlerFailed), (failed.Status, failed.Body, failed.Reason));
        Assert.Single(kit.Log.Entries, static entry => entry is { Id: 1092, Level: LogLevel.Error });
        Assert.Equal(200, (await kit.HandleAsync(Delivery.Export())).Status);
    }

    [Fact]
    public async Task A_handler_that_takes_too_long_is_cancelled()
    {
        var kit = new Kit { Answer = static async (_, token) => { await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token); return DeliveryAnswer.Accepted(); } };
        var response = kit.HandleAsync(Delivery.Export());

        kit.Time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal((500, RefusalReason.HandlerFailed), ((await response).Status, (await response).Reason));
    }

    [Fact]
    public async Task A_sender_who_leaves_cancels_the_work_and_frees_its_key()
    {
        using var left = new CancellationTokenSource();
        var kit = new Kit { Answer = static async (_, token) => { await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token); return DeliveryAnswer.Accepted(); } };
        var response = kit.HandleAsync(Delivery.Export(), left.Token);

        await left.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => response);
        kit.Answer = static (_, _) => Task.FromResult(DeliveryAnswer.Accepted());

        Assert.Equal(200, (await kit.HandleAsync(Delivery.Export())).Status);
    }

    [Fact]
    [Trait("Fault", "F128")]
    public async Task Work_that_ended_after_the_sender_left_is_remembered()
    {
        using var left = new CancellationTokenSource();
        var kit = new Kit();
        kit.Answer = async (_, _) =>
        {
            await left.CancelAsync();
            return DeliveryAnswer.Accepted("1");
        };
        await kit.HandleAsync(Delivery.Export(), left.Token);

        Assert.Equal((200, true), await Repeated(kit));
        Assert.Single(kit.Handled);
    }

    [Fact]
    [Trait("Fault", "F127")]
    public async Task A_key_whose_holder_died_is_taken_over_when_the_lease_ends()
    {
        var answers = new InMemoryAnswerStore();
        var dead = new Kit(parts: new WebhookReceiverParts { AnswerStore = answers })
        {
            Answer = static (_, _) => new TaskCompletionSource<DeliveryAnswer>().Task,
        };
        _ = dead.HandleAsync(Delivery.Export());
        var alive = new Kit(parts: new WebhookReceiverParts { AnswerStore = answers });

        Assert.Equal(425, (await alive.HandleAsync(Delivery.Export())).Status);
        alive.Time.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(200, (await alive.HandleAsync(Delivery.Export(signedAt: alive.Time.GetUtcNow()))).Status);
    }

    [Fact]
    public async Task Two_endpoints_share_a_store_and_no_key_or_nonce()
    {
        var parts = new WebhookReceiverParts { NonceStore = new InMemoryNonceStore(), AnswerStore = new InMemoryAnswerStore(), TimeProvider = new Kit().Time };
        var options = new WebhookReceiverOptions { Secrets = { Delivery.Secret } };
        var delivery = Delivery.Export();

        foreach (var name in new[] { "east", "west" })
        {
            var response = await new WebhookReceiver(options, parts, name).HandleAsync(delivery.Headers, delivery.Body, static (_, _) => Task.FromResult(DeliveryAnswer.Accepted()));
            Assert.Equal((200, false), (response.Status, response.IsReplay));
        }
    }

    [Theory]
    [InlineData("", null, null)]
    [InlineData(null, "a\nb", null)]
    [InlineData(null, null, "javascript:alert(1)")]
    [InlineData(null, null, "/relative")]
    public void A_reference_that_no_sender_can_use_is_refused_at_once(string? id, string? key, string? url) =>
        Assert.Throws<ArgumentException>(() => DeliveryAnswer.Accepted(id, key, url is null ? null : new Uri(url, UriKind.RelativeOrAbsolute)));

    private static async Task<(int Status, bool IsReplay)> Repeated(Kit kit)
    {
        var response = await kit.HandleAsync(Delivery.Export(signedAt: kit.Time.GetUtcNow()));
        return (response.Status, response.IsReplay);
    }
}
