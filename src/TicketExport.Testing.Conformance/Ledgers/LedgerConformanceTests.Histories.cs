using System.Globalization;
using TicketExport.Testing.Conformance.Ledgers.Model;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    private const int HistoryLength = 60;

    /// <summary>How many random histories are played against the plain model.</summary>
    /// <value>
    /// The environment variable <c>TICKETEXPORT_LEDGER_SEEDS</c>, else 60. <c>TICKETEXPORT_LEDGER_SEED</c> replays the one history of
    /// a failure.
    /// </value>
    protected virtual int Histories => ReadNumber("TICKETEXPORT_LEDGER_SEEDS") ?? 60;

    [Fact]
    [Trait("Fault", "F77")]
    [Trait("Fault", "F84")]
    [Trait("Fault", "F85")]
    public async Task Any_history_is_answered_as_plain_lists_would_answer_it()
    {
        var only = ReadNumber("TICKETEXPORT_LEDGER_SEED");
        for (var seed = only ?? 0; seed < (only + 1 ?? Histories); seed++)
        {
            var history = LedgerHistory.FromSeed(seed, HistoryLength);
            if (await LedgerHistories.FindDifferenceAsync(history, CreateLedgerAsync) is null)
            {
                continue;
            }

            var shortest = await LedgerHistories.ShrinkAsync(history, CreateLedgerAsync);
            var difference = await LedgerHistories.FindDifferenceAsync(shortest, CreateLedgerAsync);
            Assert.Fail(string.Create(
                CultureInfo.InvariantCulture,
                $"With seed {seed}, {LedgerHistories.Tell(difference!, shortest)}Replay it with TICKETEXPORT_LEDGER_SEED={seed}."));
        }
    }

    [Fact]
    [Trait("Fault", "F74")]
    [Trait("Fault", "F87")]
    public async Task What_callers_do_at_once_is_answered_as_some_order_of_their_steps_would_be()
    {
        var only = ReadNumber("TICKETEXPORT_LEDGER_SEED");
        for (var seed = only ?? 0; seed < (only + 1 ?? Histories); seed++)
        {
            if (await ParallelHistory.FromSeed(seed).FindDifferenceAsync(CreateLedgerAsync) is { } difference)
            {
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"With seed {seed}, {difference}Replay it with TICKETEXPORT_LEDGER_SEED={seed}, more than once: threads meet by chance."));
            }
        }
    }

    private static int? ReadNumber(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
