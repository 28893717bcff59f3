namespace TicketExport.Testing.Conformance.Ledgers;

/// <summary>A clock that stands still until it is told to move. Starts between two milliseconds, as real clocks do.</summary>
internal sealed class ManualClock : TimeProvider
{
    private DateTimeOffset _now = new DateTimeOffset(2026, 11, 22, 17, 0, 0, 123, TimeSpan.Zero).AddTicks(4567);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
