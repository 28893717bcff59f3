using TicketExport.Ledger;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    [Fact]
    [Trait("Fault", "F74")]
    public async Task Of_two_hundred_claims_of_one_key_at_once_exactly_one_may_send()
    {
        var results = await AtOnceAsync(200, _ => ClaimAsync(new ExportCase()));

        Assert.Single(results.OfType<ClaimResult.ToSend>());
        Assert.Equal(199, results.OfType<ClaimResult.Held>().Count());
        Assert.Single(await Queries.ListBySourceAsync("acme", new ExportCase().Source, default));
    }

    [Fact]
    [Trait("Fault", "F74")]
    public async Task Of_claims_for_many_targets_of_one_source_at_once_exactly_one_may_send()
    {
        var results = await AtOnceAsync(64, n => ClaimAsync(new ExportCase { Target = $"tracker-{n % 8}" }));

        Assert.Single(results.OfType<ClaimResult.ToSend>());
        Assert.Single(await Queries.ListBySourceAsync("acme", new ExportCase().Source, default));
    }

    [Fact]
    public async Task Of_many_claims_after_a_crash_at_once_exactly_one_may_reconcile()
    {
        await SendAsync(new ExportCase());
        _clock.Advance(Lease);

        var results = await AtOnceAsync(64, _ => ClaimAsync(new ExportCase()));

        Assert.Equal(2, Assert.Single(results.OfType<ClaimResult.ToReconcile>()).Claim.FencingToken);
        Assert.Equal(63, results.OfType<ClaimResult.Held>().Count());
    }

    [Fact]
    public async Task Four_callers_racing_over_many_keys_send_each_key_once()
    {
        var results = await AtOnceAsync(400, async n =>
        {
            var result = await ClaimAsync(new ExportCase { RecordId = $"finding-{n / 4}" });
            if (result is ClaimResult.ToSend sent)
            {
                await RecordAsync(sent.Claim, Updates.Exported);
            }

            return result;
        });

        Assert.Equal(100, results.OfType<ClaimResult.ToSend>().Count());
        Assert.All(results, result => Assert.True(result is ClaimResult.ToSend or ClaimResult.Held or ClaimResult.Linked, $"{result}"));
    }

    [Fact]
    [Trait("Fault", "F83")]
    public async Task Sixty_four_callers_that_take_keys_each_in_another_order_all_come_to_an_end()
    {
        const int Keys = 32;
        var sent = 0;
        await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => Task.Run(async () =>
        {
            foreach (var key in Enumerable.Range(0, Keys).OrderBy(key => (key * (2 * caller + 1)) % Keys))
            {
                if (await ClaimAsync(new ExportCase { RecordId = $"finding-{key}", Target = $"tracker-{caller % 2}" }) is ClaimResult.ToSend send)
                {
                    Interlocked.Increment(ref sent);
                    await RecordAsync(send.Claim, Updates.Exported);
                }
            }
        }))).WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(Keys, sent);
    }

    private static Task<ClaimResult[]> AtOnceAsync(int count, Func<int, Task<ClaimResult>> claim) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(n => Task.Run(() => claim(n))));
}
