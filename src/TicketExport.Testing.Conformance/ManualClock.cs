namespace TicketExport.Testing.Conformance;

/// <summary>A clock that stands still until it is told to move. Starts between two milliseconds, as real clocks do. Its timers are real ones.</summary>
internal sealed class ManualClock : TimeProvider
{
    private long _ticks = new DateTime(2026, 11, 22, 17, 0, 0, 123, DateTimeKind.Utc).AddTicks(4567).Ticks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
