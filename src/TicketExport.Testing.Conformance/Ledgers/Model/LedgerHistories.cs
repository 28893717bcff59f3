using System.Collections.Immutable;
using TicketExport.Ledger;

namespace TicketExport.Testing.Conformance.Ledgers.Model;

/// <summary>Plays histories on a ledger and on the plain model, and makes a history that tells them apart short.</summary>
internal static class LedgerHistories
{
    private static readonly LedgerOperation[] Subjects =
    [
        .. from finding in Enumerable.Range(0, 3)
           from target in Enumerable.Range(0, 4)
           select new LedgerOperation(OperationKind.Claim, 0, 0) { Finding = finding, Target = target },
    ];

    public static ImmutableArray<string> Accounts { get; } = [.. Subjects.Select(static subject => subject.Case.Account.Id).Distinct()];

    public static ImmutableArray<TargetKey> Places { get; } = [.. Subjects.Select(static subject => subject.Place).Distinct()];

    public static ImmutableArray<(string Account, string Key)> GuardKeys { get; } =
        [.. Subjects.Select(static subject => (subject.Case.Account.Id, subject.Case.Keys.GuardKey)).Distinct()];

    /// <summary>The claim that a step is about: one of the newest of its caller.</summary>
    public static ExportClaim? Picked(IReadOnlyList<ExportClaim> claims, LedgerOperation operation) =>
        claims.Count == 0 ? null : claims[^(1 + (operation.Pick % claims.Count))];

    /// <summary>Plays a history on a new ledger.</summary>
    /// <returns>Where the ledger and the plain model part; <see langword="null"/> when they never do.</returns>
    public static async Task<string?> FindDifferenceAsync(
        IReadOnlyList<LedgerOperation> history,
        Func<TimeProvider, Task<LedgerUnderTest>> create)
    {
        var clock = new ManualClock();
        var real = new LedgerActor(await create(clock), clock);
        var plain = new PlainLedger(LedgerTime.Floor(clock.GetUtcNow()));
        for (var step = 0; step < history.Count; step++)
        {
            var (answered, expected) = (await AnswerAsync(real, history[step]), await plain.ApplyAsync(history[step]));
            if (answered != expected)
            {
                return $"step {step + 1} was answered '{answered}', and the plain model says '{expected}'";
            }
        }

        var (seen, told) = (await real.DescribeAsync(), await plain.DescribeAsync());
        return seen == told ? null : $"at the end the ledger holds\n{Only(seen, told)}\nand the plain model\n{Only(told, seen)}";
    }

    /// <summary>Leaves out every step without which the difference stays.</summary>
    public static async Task<ImmutableArray<LedgerOperation>> ShrinkAsync(
        ImmutableArray<LedgerOperation> history,
        Func<TimeProvider, Task<LedgerUnderTest>> create)
    {
        for (var size = history.Length / 2; size >= 1; size = size > 1 ? size / 2 : 0)
        {
            for (var at = 0; at + size <= history.Length;)
            {
                var shorter = history.RemoveRange(at, size);
                if (await FindDifferenceAsync(shorter, create) is null)
                {
                    at += size;
                }
                else
                {
                    history = shorter;
                }
            }
        }

        return history;
    }

    /// <summary>Says how to replay a history and what its steps were.</summary>
    public static string Tell(string difference, IEnumerable<LedgerOperation> history) =>
        $"{difference}\n{string.Join('\n', history.Select(static (step, index) => $"{index + 1}. {step}"))}\n";

    private static async Task<string> AnswerAsync(LedgerActor real, LedgerOperation step)
    {
        try
        {
            return await real.ApplyAsync(step);
        }
        catch (Exception exception) when (exception is TicketExportException or ArgumentException or InvalidOperationException)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }

    private static string Only(string these, string those) => string.Join('\n', these.Split('\n').Except(those.Split('\n')));
}
