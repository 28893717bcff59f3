using System.Globalization;

namespace TicketExport.Http;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 10, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("120", "2026-01-15T10:32:00Z")]
    [InlineData(" 0 ", "2026-01-15T10:30:00Z")]
    [InlineData("2147483647", "2094-02-02T13:44:07Z")]
    [InlineData("Thu, 15 Jan 2026 10:31:00 GMT", "2026-01-15T10:31:00Z")]
    [InlineData("Thursday, 15-Jan-26 10:31:00 GMT", "2026-01-15T10:31:00Z")]
    [InlineData("Thu Jan 15 10:31:00 2026", "2026-01-15T10:31:00Z")]
    [InlineData("Sun Nov  6 08:49:37 1994", "2026-01-15T10:30:00Z")]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT", "2026-01-15T10:30:00Z")]
    [Trait("Fault", "F62")]
    [Trait("Fault", "F63")]
    [Trait("Fault", "F65")]
    public void Seconds_and_the_three_dates_become_an_absolute_time_never_before_now(string value, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), RetryAfter.Parse(value, date: null, Now));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("+7")]
    [InlineData("120, 60")]
    [InlineData("2026-01-15T10:31:00Z")]
    [InlineData("99999999999999")]
    [InlineData("soon")]
    [InlineData("Fri, 15 Jan 2026 10:31:00 GMT")]
    [Trait("Fault", "F64")]
    public void Everything_else_is_no_answer(string? value) => Assert.Null(RetryAfter.Parse(value, date: null, Now));

    [Fact]
    [Trait("Fault", "F65")]
    public void A_date_is_taken_relative_to_the_trackers_own_clock() =>
        Assert.Equal(
            Now.AddSeconds(60),
            RetryAfter.Parse("Thu, 15 Jan 2026 11:31:00 GMT", "Thu, 15 Jan 2026 11:30:00 GMT", Now));

    [Fact]
    [Trait("Fault", "F73")]
    public void The_end_of_time_does_not_overflow() =>
        Assert.Equal(DateTimeOffset.MaxValue, RetryAfter.Parse("2147483647", date: null, DateTimeOffset.MaxValue.AddSeconds(-1)));

    [Fact]
    public void The_time_is_UTC_whatever_the_clock_shows() =>
        Assert.Equal(TimeSpan.Zero, RetryAfter.Parse("1", date: null, Now.ToOffset(TimeSpan.FromHours(9)))!.Value.Offset);
}
