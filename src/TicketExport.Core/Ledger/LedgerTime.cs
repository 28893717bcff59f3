namespace TicketExport.Ledger;

/// <summary>The ledger's resolution of time: whole Unix milliseconds, in UTC, equal in every ledger.</summary>
/// <remarks>Clock readings are rounded down and due times up, so that nothing is ever due early.</remarks>
public static class LedgerTime
{
    /// <summary>The last millisecond that is not after the instant.</summary>
    public static DateTimeOffset Floor(DateTimeOffset instant) =>
        DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());

    /// <summary>The first millisecond that is not before the instant.</summary>
    public static DateTimeOffset? Ceiling(DateTimeOffset? instant)
    {
        if (instant is not { } value)
        {
            return null;
        }

        var floor = Floor(value);
        return floor == value || DateTimeOffset.MaxValue - floor < OneMillisecond ? floor : floor + OneMillisecond;
    }

    private static TimeSpan OneMillisecond => TimeSpan.FromMilliseconds(1);
}
