using System.Diagnostics;
using TicketExport.Redaction;

namespace TicketExport.Core.Tests.Redaction;

public sealed class RedactionTimeTests
{
    private const int ShortLength = 5_000;
    private const int Times = 50;
    private const int Rounds = 5;

    /// <summary>How many times as long the long text may take: a linear scan needs 50, and some more for its memory; a quadratic one 2,500.</summary>
    private const double MostGrowth = 1_000;

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
        var options = new RedactionOptions { Mode = RedactionMode.Mask };
        foreach (var rule in RedactionRules.All.Where(static rule => rule.IsOptional))
        {
            options.EnabledRules.Add(rule.Id);
        }

        options.HostRules.Add("nested", new HostRuleOptions { Pattern = "^(a+)+$" });
        options.HostRules.Add("greedy", new HostRuleOptions { Pattern = "KD.*Z|KD" });
        var gate = new RedactionGate(options);
        var (brief, full) = (TextOf(unit, ShortLength), TextOf(unit, Times * ShortLength));
        gate.Inspect("t", full);

        // In turn, and the best of each: a machine that does something else meanwhile makes a run longer and never shorter.
        var runs = Enumerable.Range(0, Rounds)
            .Select(_ => (Brief: Time(() => gate.Inspect("t", brief)), Full: Time(() => gate.Inspect("t", full))))
            .ToArray();
        var growth = runs.Min(static run => run.Full) / runs.Min(static run => run.Brief);

        Assert.True(growth < MostGrowth, $"{Times} times the text took {growth} times as long");
    }

    private static string TextOf(string unit, int length) => string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1));

    private static TimeSpan Time(Action action)
    {
        var started = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(started);
    }
}
