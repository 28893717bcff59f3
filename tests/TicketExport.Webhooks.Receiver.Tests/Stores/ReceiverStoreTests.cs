namespace TicketExport.Webhooks.Receiver.Tests.Stores;

/// <summary>What every store of a receiver must do.</summary>
public abstract class ReceiverStoreTests
{
    private static readonly DateTimeOffset Now = Delivery.Now;
    private static readonly DeliveryKey Key = new("default", "key-1");

    protected abstract INonceStore Nonces { get; }

    protected abstract IAnswerStore Answers { get; }

    [Fact]
    public async Task A_nonce_is_known_until_it_expires_and_at_its_own_endpoint_only()
    {
        Assert.Equal(NonceResult.Added, await AddAsync("n", Now));
        Assert.Equal(NonceResult.Known, await AddAsync("n", Now.AddMinutes(15).AddMilliseconds(-1)));
        Assert.Equal(NonceResult.Added, await AddAsync("N", Now));
        Assert.Equal(NonceResult.Added, await Nonces.AddAsync("west", "n", Now, Now.AddMinutes(15), CancellationToken.None));
        Assert.Equal(NonceResult.Added, await AddAsync("n", Now.AddMinutes(15)));
    }

    [Fact]
    [Trait("Fault", "F120")]
    public async Task Of_a_hundred_callers_with_one_nonce_one_adds_it()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => AddAsync("n", Now))));

        Assert.Single(results, static result => result == NonceResult.Added);
        Assert.Equal(99, results.Count(static result => result == NonceResult.Known));
    }

    [Fact]
    [Trait("Fault", "F122")]
    public async Task Of_a_hundred_callers_with_one_key_one_takes_it()
    {
        var claims = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => ClaimAsync())));

        Assert.Single(claims.OfType<AnswerClaim.Taken>());
        Assert.Equal(99, claims.OfType<AnswerClaim.InProgress>().Count());
    }

    [Fact]
    public async Task An_answer_is_given_until_it_expires()
    {
        var token = await TakeAsync();
        Assert.True(await Answers.CompleteAsync(Key, token, new StoredAnswer(200, """{"status":"accepted"}"""), Now.AddDays(30), CancellationToken.None));

        Assert.Equal(new StoredAnswer(200, """{"status":"accepted"}"""), Assert.IsType<AnswerClaim.Answered>(await ClaimAsync(Now.AddDays(29))).Answer);
        Assert.IsType<AnswerClaim.Taken>(await ClaimAsync(Now.AddDays(30)));
    }

    [Fact]
    [Trait("Fault", "F124")]
    public async Task Other_content_is_told_once_there_is_an_answer()
    {
        var token = await TakeAsync();
        Assert.IsType<AnswerClaim.InProgress>(await ClaimAsync(hash: "other"));
        await Answers.CompleteAsync(Key, token, new StoredAnswer(200, "{}"), Now.AddDays(30), CancellationToken.None);
        Assert.IsType<AnswerClaim.DifferentContent>(await ClaimAsync(hash: "other"));
        Assert.IsType<AnswerClaim.Answered>(await ClaimAsync());
    }

    [Fact]
    public async Task A_key_given_back_is_free_for_any_content()
    {
        await Answers.ReleaseAsync(Key, await TakeAsync(), CancellationToken.None);

        Assert.IsType<AnswerClaim.Taken>(await ClaimAsync(hash: "other"));
    }

    [Fact]
    public async Task A_caller_whose_lease_ended_can_neither_answer_nor_give_back()
    {
        var late = await TakeAsync();
        Assert.IsType<AnswerClaim.InProgress>(await ClaimAsync(Now.AddSeconds(59)));
        var token = Assert.IsType<AnswerClaim.Taken>(await ClaimAsync(Now.AddSeconds(60))).Token;

        Assert.False(await Answers.CompleteAsync(Key, late, new StoredAnswer(500, "late"), Now.AddDays(30), CancellationToken.None));
        await Answers.ReleaseAsync(Key, late, CancellationToken.None);
        Assert.IsType<AnswerClaim.InProgress>(await ClaimAsync(Now.AddSeconds(61)));
        Assert.True(await Answers.CompleteAsync(Key, token, new StoredAnswer(200, "{}"), Now.AddDays(30), CancellationToken.None));
        Assert.False(await Answers.CompleteAsync(Key, token, new StoredAnswer(409, "again"), Now.AddDays(30), CancellationToken.None));
        Assert.Equal(200, Assert.IsType<AnswerClaim.Answered>(await ClaimAsync(Now.AddSeconds(62))).Answer.Status);
    }

    protected Task<NonceResult> AddAsync(string nonce, DateTimeOffset now) =>
        Nonces.AddAsync("default", nonce, now, now.AddMinutes(15), CancellationToken.None);

    protected Task<AnswerClaim> ClaimAsync(DateTimeOffset? now = null, string hash = "hash", string key = "key-1") =>
        Answers.ClaimAsync(new AnswerClaimRequest(Key with { IdempotencyKey = key }, hash, now ?? Now, (now ?? Now).AddSeconds(60)), CancellationToken.None);

    private async Task<long> TakeAsync() => Assert.IsType<AnswerClaim.Taken>(await ClaimAsync()).Token;
}
