using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace TicketExport.Http;

public sealed class RateLimitResetTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 10, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("1768473060", RateLimitForm.EpochSeconds, "2026-01-15T10:31:00Z")]
    [InlineData("1768473060000", RateLimitForm.EpochMilliseconds, "2026-01-15T10:31:00Z")]
    [InlineData(" 60 ", RateLimitForm.Seconds, "2026-01-15T10:31:00Z")]
    [InlineData("2026-01-15T10:31Z", RateLimitForm.Timestamp, "2026-01-15T10:31:00Z")]
    [InlineData("2026-01-15T11:31:00+01:00", RateLimitForm.Timestamp, "2026-01-15T10:31:00Z")]
    [InlineData("1768473000", RateLimitForm.EpochSeconds, "2026-01-15T10:30:00Z")]
    [InlineData("1", RateLimitForm.EpochSeconds, "2026-01-15T10:30:00Z")]
    [InlineData("0", RateLimitForm.Seconds, "2026-01-15T10:30:00Z")]
    [Trait("Fault", "F62")]
    [Trait("Fault", "F66")]
    public void Every_family_becomes_an_absolute_time_never_before_now(string value, RateLimitForm form, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), RateLimitReset.Parse(value, form, Now));

    [Theory]
    [InlineData("1768473060", RateLimitForm.Seconds)]
    [InlineData("1768473060000", RateLimitForm.EpochSeconds)]
    [InlineData("9223372036854775807", RateLimitForm.EpochSeconds)]
    [InlineData("9223372036854775807", RateLimitForm.Seconds)]
    [InlineData("99999999999999999999", RateLimitForm.EpochMilliseconds)]
    [InlineData("2027-01-15T10:31Z", RateLimitForm.Timestamp)]
    [InlineData("-5", RateLimitForm.Seconds)]
    [InlineData("soon", RateLimitForm.Timestamp)]
    [InlineData("", RateLimitForm.EpochSeconds)]
    [InlineData(null, RateLimitForm.Timestamp)]
    [InlineData("60", RateLimitForm.Unknown)]
    [Trait("Fault", "F64")]
    [Trait("Fault", "F66")]
    public void A_value_of_another_unit_or_no_value_parks_nothing(string? value, RateLimitForm form) =>
        Assert.Null(RateLimitReset.Parse(value, form, Now));

    [Fact]
    public void Retry_After_is_the_better_word()
    {
        var time = new FakeTimeProvider(Now);
        var both = Answers.Of(429, headers: [("Retry-After", "5"), ("X-RateLimit-Reset", "1768473060")]);
        var one = Answers.Of(429, headers: ("X-RateLimit-Reset", "1768473060"));

        Assert.Equal(Now.AddSeconds(5), RateLimitReset.Read(both, "X-RateLimit-Reset", RateLimitForm.EpochSeconds, time));
        Assert.Equal(Now.AddSeconds(60), RateLimitReset.Read(one, "X-RateLimit-Reset", RateLimitForm.EpochSeconds, time));
        Assert.Null(RateLimitReset.Read(Answers.Of(429), "X-RateLimit-Reset", RateLimitForm.EpochSeconds, time));
    }
}
