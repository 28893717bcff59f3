using System.Globalization;

namespace TicketExport.Http;

/// <summary>Reads the <c>Retry-After</c> header: seconds, or a date in any of the three forms of HTTP.</summary>
public static class RetryAfter
{
    private const DateTimeStyles Utc =
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowInnerWhite;

    private static readonly string[] DateForms =
    [
        "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
        "dddd, dd-MMM-yy HH:mm:ss 'GMT'",
        "ddd MMM d HH:mm:ss yyyy",
    ];

    /// <summary>Reads when requests are welcome again.</summary>
    /// <remarks>
    /// A date is taken relative to the answer's own <c>Date</c> header, so that a tracker's wrong clock does no harm.
    /// </remarks>
    /// <returns>The absolute time, never before now; <see langword="null"/> when the header is absent or cannot be read.</returns>
    public static DateTimeOffset? Read(TicketHttpAnswer answer, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(time);
        return Parse(answer.GetHeader("Retry-After"), answer.GetHeader("Date"), time.GetUtcNow());
    }

    /// <summary>Reads a header's value.</summary>
    /// <param name="value">The value of <c>Retry-After</c>.</param>
    /// <param name="date">The value of the answer's <c>Date</c> header, if there is one.</param>
    /// <param name="now">The present time here.</param>
    /// <returns>The absolute time in UTC, never before <paramref name="now"/>; <see langword="null"/> when it cannot be read.</returns>
    public static DateTimeOffset? Parse(string? value, string? date, DateTimeOffset now)
    {
        var text = value.AsSpan().Trim();
        var wait = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : TryParseDate(text, out var until)
                ? until - (TryParseDate(date.AsSpan().Trim(), out var sentAt) ? sentAt : now)
                : (TimeSpan?)null;
        if (wait is null)
        {
            return null;
        }

        var utc = now.ToUniversalTime();
        return wait <= TimeSpan.Zero ? utc : wait < DateTimeOffset.MaxValue - utc ? utc + wait : DateTimeOffset.MaxValue;
    }

    private static bool TryParseDate(ReadOnlySpan<char> text, out DateTimeOffset date) =>
        DateTimeOffset.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, Utc, out date);
}
