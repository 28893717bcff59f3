using System.Diagnostics;
using TicketExport.Redaction;

namespace TicketExport.Core.Tests.Redaction;

public sealed class RedactionTimeTests
{
    private const int Length = 1_000_000;

    /// <summary>A scan of N characters may cost this many times a plain sum over them; a quadratic one costs 1,000 times more than that.</summary>
    private const int MostTimesALinearScan = 1_500;

    public static TheoryData<string> Hostile =>
    [
        "a", " ", "0", "1 ", "-", "/", "\\", ":", "@", "=", "%", "[", "x@x.", "a.b.", "://", "s3://", "xs3://", "s3://$", "file://", "eyJ", "eyJaaaaaaaaaaaaa.", "EYJ",
        "gh" + "p_", "gh" + "s_", "gl" + "pat-", "AK" + "IA", "AI" + "za", "xo" + "xb-", "+ASt", "APIM", "AccountKey=", "accountkey=", "x-api-key:", "authorization: ",
        "authorization: bearer ", "bearer ", "password=", "password=a;", "pwd = ", "server=;pwd=", "?token=", "?token={", "&sig=a", "token=", "/ho" + "me/", "a/ho" + "me/",
        "/ho" + "me/a/", "/Users/", ":\\Users\\", "c:\\Users\\", "c:\\Users\\a ", "\\\\", "\\\\a", "\\\\aa\\", "-----BEGIN ", "-----BEGIN PRIVATE KEY-----", "-----", "AB12", "GB29 ",
        "[redacted:", "[redacted:jwt]", "[redacted:jwt]a", "https://a:", "https://a:b@", "4111-", "4" + "111 1111 ", "hooks.slack.com/services/", "KD1", "KD", "aX", "pwd=", "password = x", "Basic ", "authorization: basic a",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    [Trait("Fault", "F179")]
    public void Hostile_text_costs_linear_time(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, (Length / unit.Length) + 1));
        var options = new RedactionOptions { Mode = RedactionMode.Mask };
        foreach (var rule in RedactionRules.All.Where(static rule => rule.IsOptional))
        {
            options.EnabledRules.Add(rule.Id);
        }

        options.HostRules.Add("nested", new HostRuleOptions { Pattern = "^(a+)+$" });
        options.HostRules.Add("greedy", new HostRuleOptions { Pattern = "KD.*Z|KD" });
        var gate = new RedactionGate(options);
        gate.Inspect("t", text[..1_000]);
        Time(() => Sum(text));
        var linear = Time(() => Sum(text));

        var scan = Time(() => gate.Inspect("t", text));

        Assert.True(scan < linear * MostTimesALinearScan, $"{scan / linear} times a linear scan");
    }

    private static TimeSpan Time(Action action)
    {
        var started = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(started);
    }

    private static int Sum(string text)
    {
        var sum = 0;
        foreach (var character in text)
        {
            sum = unchecked((sum * 31) + character);
        }

        return sum;
    }
}
