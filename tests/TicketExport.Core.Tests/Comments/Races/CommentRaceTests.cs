using TicketExport.Ledger;

namespace TicketExport.Core.Tests.Comments.Races;

public sealed class CommentRaceTests
{
    private const int Seeds = 1_000;

    [Fact]
    [Trait("Behaviour", "S239")]
    [Trait("Behaviour", "S244")]
    [Trait("Fault", "F123")]
    [Trait("Fault", "F126")]
    public void No_order_of_calls_answers_events_crashes_and_workers_doubles_or_loses_a_comment()
    {
        var broken = Enumerable.Range(0, Seeds).Select(seed => (Seed: seed, Why: Run(seed))).Where(static run => run.Why is not null).ToArray();

        Assert.True(broken.Length == 0, $"{broken.Length} of {Seeds} seeds broke; the first: {broken.FirstOrDefault()}");
    }

    [Fact]
    public void The_races_show_a_ledger_that_forgets_what_it_stamped() =>
        AssertShown(static ledger => new BrokenCommentLedger(ledger) { ForgetsStamps = true });

    [Fact]
    public void The_races_show_a_ledger_that_holds_nothing() =>
        AssertShown(static ledger => new BrokenCommentLedger(ledger) { HoldsNothing = true });

    [Fact]
    public void The_races_show_a_ledger_that_lets_older_events_win() =>
        AssertShown(static ledger => new BrokenCommentLedger(ledger) { IgnoresOrder = true });

    private static void AssertShown(Func<ICommentLedger, ICommentLedger> change) =>
        Assert.Contains(Enumerable.Range(0, 100), seed => Run(seed, change) is not null);

    // Without a context, what awaits a call goes on inside the step that answers it.
    private static string? Run(int seed, Func<ICommentLedger, ICommentLedger>? change = null)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            using var world = new CommentWorld(seed, change);
            return world.Run();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
