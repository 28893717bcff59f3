namespace TicketExport.Simulation.Worker;

/// <summary>A clock that runs a number of times faster than the real one from a common start on.</summary>
/// <remarks>
/// All processes that are given the same start and factor agree on the time, so that leases mean the same to them, and a lease of
/// seconds is over in milliseconds. Timers are shortened accordingly.
/// </remarks>
public sealed class FastTimeProvider(DateTimeOffset start, int factor) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => start + ((System.GetUtcNow() - start) * factor);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shorten(dueTime), Shorten(period));

    private TimeSpan Shorten(TimeSpan time) =>
        time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Max(1, time.TotalMilliseconds / factor));
}
