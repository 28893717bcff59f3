namespace TicketExport.Webhooks.Receiver.Tests.Stores;

public sealed class InMemoryStoreTests : ReceiverStoreTests
{
    protected override INonceStore Nonces { get; } = new InMemoryNonceStore(capacity: 1000);

    protected override IAnswerStore Answers { get; } = new InMemoryAnswerStore(capacity: 1000);

    [Fact]
    public async Task A_store_full_of_nonces_that_count_takes_no_more_until_some_expire()
    {
        for (var i = 0; i < 1000; i++)
        {
            Assert.Equal(NonceResult.Added, await AddAsync($"n{i}", Delivery.Now.AddMilliseconds(i)));
        }

        Assert.Equal(NonceResult.Known, await AddAsync("n0", Delivery.Now));
        Assert.Equal(NonceResult.Full, await AddAsync("one-more", Delivery.Now));
        Assert.Equal(NonceResult.Added, await AddAsync("one-more", Delivery.Now.AddMinutes(15)));
    }

    [Fact]
    public async Task A_store_full_of_answers_forgets_the_oldest_and_no_work_under_way()
    {
        await ClaimAsync(key: "under way");
        for (var i = 0; i < 2000; i++)
        {
            var token = Assert.IsType<AnswerClaim.Taken>(await ClaimAsync(key: $"k{i}")).Token;
            await Answers.CompleteAsync(new("default", $"k{i}"), token, new StoredAnswer(200, "{}"), Delivery.Now.AddDays(30), CancellationToken.None);
        }

        Assert.IsType<AnswerClaim.InProgress>(await ClaimAsync(key: "under way"));
        Assert.IsType<AnswerClaim.Answered>(await ClaimAsync(key: "k1999"));
        Assert.IsType<AnswerClaim.Taken>(await ClaimAsync(key: "k0"));
    }

    [Fact]
    public async Task A_store_full_of_work_under_way_takes_no_more()
    {
        for (var i = 0; i < 1000; i++)
        {
            Assert.IsType<AnswerClaim.Taken>(await ClaimAsync(key: $"k{i}"));
        }

        Assert.IsType<AnswerClaim.Full>(await ClaimAsync(key: "one more"));
    }
}
