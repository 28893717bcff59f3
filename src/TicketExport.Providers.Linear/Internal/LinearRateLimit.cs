using System.Globalization;
using TicketExport.Http;

namespace TicketExport.Providers.Linear.Internal;

/// <summary>When Linear takes requests again. It counts requests, complexity and single endpoints, each with headers of their own.</summary>
internal static class LinearRateLimit
{
    private static readonly string[] Families = ["X-RateLimit-Requests", "X-RateLimit-Complexity", "X-RateLimit-Endpoint-Requests"];

    // Every answer tells the reset of every limit, up to an hour ahead: only that of a limit that is used up matters.
    public static DateTimeOffset? ReadUntil(TicketHttpAnswer answer, TimeProvider time) =>
        RetryAfter.Read(answer, time)
        ?? Families
            .Where(family => IsUsedUp(answer.GetHeader($"{family}-Remaining")))
            .Select(family => RateLimitReset.Parse(answer.GetHeader($"{family}-Reset"), RateLimitForm.EpochMilliseconds, time.GetUtcNow()))
            .Max();

    private static bool IsUsedUp(string? remaining) =>
        double.TryParse(remaining, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var left) && left < 1;
}
