using TicketExport.Ledger;
using TicketExport.Testing.Conformance.Ledgers;
using TicketExport.Testing.Conformance.Ledgers.Model;
using Xunit.Abstractions;

namespace TicketExport.Stores.Tests.Histories;

/// <summary>Random histories must notice every broken promise of a ledger, and show it by few steps.</summary>
public sealed class LedgerHistoryTests(ITestOutputHelper output)
{
    private const int MostSeeds = 300;
    private const int MostSteps = 8;

    [Theory]
    [InlineData(LedgerBreak.FencesAreNotChecked)]
    [InlineData(LedgerBreak.TheGuardIsForgotten)]
    [InlineData(LedgerBreak.LeasesEndEarly)]
    [InlineData(LedgerBreak.AttemptsAreLost)]
    [InlineData(LedgerBreak.TheNewestIsDueFirst)]
    [InlineData(LedgerBreak.PausesAreForgotten)]
    public async Task A_broken_promise_is_noticed_and_shown_by_few_steps(LedgerBreak broken)
    {
        for (var seed = 0; seed < MostSeeds; seed++)
        {
            var history = LedgerHistory.FromSeed(seed, 60);
            if (await LedgerHistories.FindDifferenceAsync(history, time => CreateAsync(broken, time)) is null)
            {
                continue;
            }

            var shortest = await LedgerHistories.ShrinkAsync(history, time => CreateAsync(broken, time));
            var difference = await LedgerHistories.FindDifferenceAsync(shortest, time => CreateAsync(broken, time));
            output.WriteLine($"seed {seed}: {LedgerHistories.Tell(difference!, shortest)}");
            Assert.InRange(shortest.Length, 1, MostSteps);
            return;
        }

        Assert.Fail($"Nobody noticed in {MostSeeds} histories.");
    }

    [Fact]
    public async Task An_answer_that_comes_before_its_effect_is_noticed()
    {
        for (var seed = 0; seed < MostSeeds; seed++)
        {
            if (await ParallelHistory.FromSeed(seed).FindDifferenceAsync(time => CreateAsync(LedgerBreak.RecordsAreAnsweredBeforeTheyAreSeen, time)) is { } difference)
            {
                output.WriteLine($"seed {seed}: {difference}");
                return;
            }
        }

        Assert.Fail($"Nobody noticed in {MostSeeds} histories.");
    }

    private static Task<LedgerUnderTest> CreateAsync(LedgerBreak broken, TimeProvider time)
    {
        var inner = new InMemoryExportLedger(time);
        IExportLedgerQueries queries = broken == LedgerBreak.AttemptsAreLost ? new ForgetfulQueries(inner) : inner;
        return Task.FromResult(new LedgerUnderTest(new BrokenLedger(broken, inner), queries, inner, inner, inner) { Ownership = inner, Syncs = inner, Targets = inner });
    }
}
