using System.Collections.Immutable;
using TicketExport.Ledger;

namespace TicketExport.Testing.Conformance.Ledgers.Model;

/// <summary>What several callers do to one ledger at the same time, after steps that were done one by one.</summary>
/// <param name="Before">The steps before.</param>
/// <param name="Callers">The steps of each caller, in its order.</param>
internal sealed record ParallelHistory(ImmutableArray<LedgerOperation> Before, ImmutableArray<ImmutableArray<LedgerOperation>> Callers)
{
    private const int StepsBefore = 5;
    private const int CallerCount = 3;
    private const int StepsOfCaller = 3;

    public static ParallelHistory FromSeed(int seed)
    {
        var random = new Random(seed);
        var before = new List<LedgerOperation>();
        while (before.Count < StepsBefore)
        {
            before.Add(LedgerHistory.Aim(Narrow(LedgerHistory.Draw(random, before.Count + 1, lane: 0)), before, random));
        }

        return new([.. before], [.. Enumerable.Range(1, CallerCount).Select(caller => StepsOf(caller, before, random))]);
    }

    /// <summary>Plays it on a new ledger.</summary>
    /// <returns>What was answered, if no order of the steps explains it; else <see langword="null"/>.</returns>
    public async Task<string?> FindDifferenceAsync(Func<TimeProvider, Task<LedgerUnderTest>> create)
    {
        var clock = new ManualClock();
        var start = LedgerTime.Floor(clock.GetUtcNow());
        var real = new LedgerActor(await create(clock), clock);
        foreach (var step in Before)
        {
            await real.ApplyAsync(step);
        }

        var answered = await AnswerAllAsync(real);
        var end = await real.DescribeAsync();
        return IsExplained(start, [], answered, end) ? null : Tell(answered, end);
    }

    private async Task<string[][]> AnswerAllAsync(LedgerActor real)
    {
        var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = Callers.Select(steps => Task.Run(async () =>
        {
            var answers = new List<string>();
            await signal.Task;
            foreach (var step in steps)
            {
                answers.Add(await real.ApplyAsync(step));
            }

            return answers.ToArray();
        })).ToArray();
        signal.SetResult();
        return await Task.WhenAll(running);
    }

    // Tries the orders that keep each caller's own, and leaves one as soon as an answer differs.
    private bool IsExplained(DateTimeOffset start, ImmutableArray<(int Caller, LedgerOperation Step)> order, string[][] answered, string end)
    {
        var steps = order.Select(static taken => taken.Step);
        if (order.Length == Callers.Sum(static one => one.Length))
        {
            return Replay(start, steps).Describe() == end;
        }

        return Enumerable.Range(0, Callers.Length).Any(caller =>
        {
            var at = order.Count(taken => taken.Caller == caller);
            return at < Callers[caller].Length
                && Replay(start, steps).Apply(Callers[caller][at]) == answered[caller][at]
                && IsExplained(start, order.Add((caller, Callers[caller][at])), answered, end);
        });
    }

    private string Tell(string[][] answered, string end)
    {
        var answers = answered.SelectMany(static (lines, caller) => lines.Select(line => $"caller {caller + 1}: {line}"));
        return LedgerHistories.Tell(
            $"no order of the callers' steps explains the answers\n{string.Join('\n', answers)}\nand the end\n{end}",
            Before.Concat(Callers.SelectMany(static steps => steps)));
    }

    private PlainLedger Replay(DateTimeOffset start, IEnumerable<LedgerOperation> order)
    {
        var plain = new PlainLedger(start);
        foreach (var step in Before.Concat(order))
        {
            plain.Apply(step);
        }

        return plain;
    }

    // A caller records for itself, or for a claim from before that others record for as well.
    private static ImmutableArray<LedgerOperation> StepsOf(int caller, List<LedgerOperation> before, Random random)
    {
        var steps = ImmutableArray.CreateBuilder<LedgerOperation>();
        while (steps.Count < StepsOfCaller)
        {
            var step = LedgerHistory.Aim(Narrow(LedgerHistory.Draw(random, (100 * caller) + steps.Count, caller)), before, random);
            if (step.Kind is OperationKind.Advance or OperationKind.Due)
            {
                continue;
            }

            steps.Add(step.Kind == OperationKind.Record && random.Next(2) == 0 ? step with { Lane = 0 } : step);
        }

        return steps.ToImmutable();
    }

    // All meet at one source.
    private static LedgerOperation Narrow(LedgerOperation step) =>
        step with { Finding = 0, Target = step.Target % 2, Generation = Math.Min(step.Generation, 2) };
}
