using Microsoft.Extensions.Time.Testing;
using TicketExport.Ledger;
using TicketExport.Worker;

namespace TicketExport.Core.Tests.Worker;

public sealed class TargetPacerTests
{
    private static readonly TargetKey Board = new("acme", "board");

    private readonly FakeTimeProvider _time = new();
    private readonly TargetPacer _pacer;

    public TargetPacerTests() => _pacer = new TargetPacer(_time);

    [Fact]
    public void A_target_without_a_pace_never_waits_and_is_not_remembered()
    {
        Assert.All(Enumerable.Range(0, 1_000), _ => Assert.Null(_pacer.TryTake(Board, null)));
        Assert.Equal(0, _pacer.Count);
    }

    [Theory]
    [InlineData(1, 60)]
    [InlineData(30, 60)]
    [InlineData(600, 60)]
    [InlineData(7, 300)]
    public void No_minute_sees_more_than_the_pace_and_one_seconds_worth(int perMinute, int seconds)
    {
        var taken = 0;
        for (var tick = 0; tick < seconds * 100; tick++)
        {
            while (_pacer.TryTake(Board, perMinute) is null)
            {
                taken++;
            }

            _time.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.InRange(taken, perMinute * seconds / 60, (perMinute * seconds / 60) + Math.Max(1, perMinute / 60));
    }

    [Fact]
    public void The_wait_that_is_told_is_the_wait_that_is_needed()
    {
        Assert.Null(_pacer.TryTake(Board, 7));
        var wait = _pacer.TryTake(Board, 7)!.Value;

        _time.Advance(wait - TimeSpan.FromMilliseconds(2));
        Assert.NotNull(_pacer.TryTake(Board, 7));
        _time.Advance(TimeSpan.FromMilliseconds(2));
        Assert.Null(_pacer.TryTake(Board, 7));
    }

    [Fact]
    [Trait("Fault", "F67")]
    public void Targets_do_not_share_a_pace()
    {
        Assert.Null(_pacer.TryTake(Board, 1));
        Assert.NotNull(_pacer.TryTake(Board, 1));
        Assert.Null(_pacer.TryTake(new("acme", "second"), 1));
        Assert.Null(_pacer.TryTake(new("other", "board"), 1));
    }

    [Fact]
    public void Idle_targets_are_forgotten()
    {
        for (var i = 0; i < 20_000; i++)
        {
            _pacer.TryTake(new("acme", $"{i}"), 60);
            _time.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.InRange(_pacer.Count, 1, 1_100);
    }

    [Fact]
    public async Task Waiting_callers_go_one_after_the_other()
    {
        var waits = Enumerable.Range(0, 3).Select(_ => _pacer.WaitAsync(Board, 60, default)).ToArray();

        Assert.Equal([true, false, false], waits.Select(static wait => wait.IsCompleted));
        _time.Advance(TimeSpan.FromSeconds(1));
        await waits[1];
        Assert.False(waits[2].IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        await waits[2];
    }
}
