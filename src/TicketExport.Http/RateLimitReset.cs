using System.Globalization;

namespace TicketExport.Http;

/// <summary>Reads the headers by which trackers say when their limit is reset.</summary>
/// <remarks><c>Retry-After</c>, where it is sent, is the better word: see <see cref="RetryAfter"/>.</remarks>
public static class RateLimitReset
{
    // A clock that is off, or a value in another unit, must not park a target for years.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Reads when requests are welcome again: <c>Retry-After</c>, or else the header of the tracker's own family.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="header">The header's name, such as <c>X-RateLimit-Reset</c>.</param>
    /// <param name="form">How the tracker writes it.</param>
    /// <param name="time">The present time here.</param>
    /// <returns>The absolute time, never before now; <see langword="null"/> when neither header can be read.</returns>
    public static DateTimeOffset? Read(TicketHttpAnswer answer, string header, RateLimitForm form, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(time);
        return RetryAfter.Read(answer, time) ?? Parse(answer.GetHeader(header), form, time.GetUtcNow());
    }

    /// <summary>Reads a header's value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="form">How the tracker writes it.</param>
    /// <param name="now">The present time here.</param>
    /// <returns>
    /// The absolute time in UTC, never before <paramref name="now"/>; <see langword="null"/> when it cannot be read or lies more than a day ahead.
    /// </returns>
    public static DateTimeOffset? Parse(string? value, RateLimitForm form, DateTimeOffset now)
    {
        var text = value.AsSpan().Trim();
        var utc = now.ToUniversalTime();
        DateTimeOffset? until = form switch
        {
            RateLimitForm.Timestamp => ParseTimestamp(text),
            _ when !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) => null,
            RateLimitForm.EpochSeconds => FromEpoch(text, TimeSpan.TicksPerSecond),
            RateLimitForm.EpochMilliseconds => FromEpoch(text, TimeSpan.TicksPerMillisecond),
            RateLimitForm.Seconds => FromEpoch(text, TimeSpan.TicksPerSecond) is { } seconds && seconds - DateTimeOffset.UnixEpoch <= Longest
                ? utc + (seconds - DateTimeOffset.UnixEpoch)
                : null,
            _ => null,
        };
        return until - utc > Longest ? null : until < utc ? utc : until;
    }

    private static DateTimeOffset? FromEpoch(ReadOnlySpan<char> text, long ticks)
    {
        var count = long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        return count <= (DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks / ticks ? DateTimeOffset.UnixEpoch.AddTicks(count * ticks) : null;
    }

    private static DateTimeOffset? ParseTimestamp(ReadOnlySpan<char> text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var until)
            ? until
            : null;
}
