using TicketExport.Samples.Quickstart.Sarif;

namespace TicketExport.Quickstart.Tests.Sarif.Internal;

public sealed class FindingFingerprintTests
{
    private const string Other = """{"driver":{"name":"Other"}}""";

    [Fact]
    public void A_fingerprint_is_fixed_for_ever() => Assert.Equal(
        "610f9fa6de7d20bbc902ca78582d859941fc973f5434427604c4341ec29e3c59",
        Only(Result("src/a.js", 3)).Fingerprint);

    [Theory]
    [InlineData("src/a.js", 300, "R1", "m", "")]
    [InlineData("./src/a.js", 3, "R1", " m\\n", "")]
    public void What_does_not_change_the_finding_keeps_the_fingerprint(string uri, int line, string rule, string message, string more) =>
        Assert.Equal(Only(Result("src/a.js", 3)).Fingerprint, Only(Result(uri, line, rule, message, more)).Fingerprint);

    [Theory]
    [InlineData("src/b.js", "R1", "m", "")]
    [InlineData("src/a.js", "R2", "m", "")]
    [InlineData("src/a.js", "R1", "other", "")]
    [InlineData("src/a.js", "R1", "m", ",\"partialFingerprints\":{\"h\":\"1\"}")]
    public void What_changes_the_finding_changes_the_fingerprint(string uri, string rule, string message, string more) =>
        Assert.NotEqual(Only(Result("src/a.js", 3)).Fingerprint, Only(Result(uri, 3, rule, message, more)).Fingerprint);

    [Fact]
    public void Another_tool_is_another_finding() => Assert.NotEqual(
        Only(Result("a.js", 1)).Fingerprint,
        Assert.Single(SarifText.ReadRun($"\"tool\":{Other},\"results\":[{Result("a.js", 1)}]").Findings).Fingerprint);

    [Fact]
    public void Line_numbers_inside_a_message_may_move() => Assert.Equal(
        Only(Result("a.js", 20, message: "'x' is already declared in the upper scope on line 12 column 5.")).Fingerprint,
        Only(Result("a.js", 29, message: "'x' is already declared in the upper scope on line 21 column 5.")).Fingerprint);

    [Fact]
    public void With_a_tools_fingerprint_the_message_may_change() => Assert.Equal(
        Only(Result("a.js", 3, more: ",\"partialFingerprints\":{\"h\":\"1\"}")).Fingerprint,
        Only(Result("a.js", 3, message: "reworded", more: ",\"partialFingerprints\":{\"h\":\"1\"}")).Fingerprint);

    [Fact]
    public void Equal_findings_on_several_lines_stay_distinct_whatever_order_the_tool_writes()
    {
        var forward = SarifText.ReadResults(string.Join(',', Result("a.js", 3), Result("a.js", 8), Result("a.js", 12)));
        var backward = SarifText.ReadResults(string.Join(',', Result("a.js", 12), Result("a.js", 8), Result("a.js", 3)));

        Assert.Equal(3, forward.Findings.Select(finding => finding.Fingerprint).Distinct().Count());
        Assert.Equal(
            forward.Findings.ToDictionary(finding => finding.Place.StartLine!.Value, finding => finding.Fingerprint),
            backward.Findings.ToDictionary(finding => finding.Place.StartLine!.Value, finding => finding.Fingerprint));
    }

    [Fact]
    public void Fixing_a_later_one_of_equal_findings_keeps_the_earlier_ones()
    {
        var all = SarifText.ReadResults(string.Join(',', Result("a.js", 3), Result("a.js", 8), Result("a.js", 12))).Findings;
        var rest = SarifText.ReadResults(string.Join(',', Result("a.js", 3), Result("a.js", 8))).Findings;

        Assert.Equal(all.Take(2).Select(finding => finding.Fingerprint), rest.Select(finding => finding.Fingerprint));
    }

    [Fact]
    public void Snippets_tell_equal_messages_apart_without_counting()
    {
        var both = SarifText.ReadResults(string.Join(',', WithSnippet(3, "eval(a)"), WithSnippet(9, "eval(b)"))).Findings;
        var second = Only(WithSnippet(4, "  eval(b)\\n"));

        Assert.Equal(both[1].Fingerprint, second.Fingerprint);
        Assert.NotEqual(both[0].Fingerprint, second.Fingerprint);
    }

    [Fact]
    public void Two_messages_at_one_place_under_one_tool_fingerprint_stay_two_findings()
    {
        const string Hash = ",\"partialFingerprints\":{\"h\":\"1\"}";
        var report = SarifText.ReadResults(string.Join(',', Result("a.js", 3, message: "x", more: Hash), Result("a.js", 3, message: "y", more: Hash)));

        Assert.Equal(2, report.Findings.Select(finding => finding.Fingerprint).Distinct().Count());
    }

    private static SarifFinding Only(string result) => SarifText.ReadResult(result);

    private static string Result(string uri, int line, string rule = "R1", string message = "m", string more = "") =>
        $$"""{"ruleId":"{{rule}}","message":{"text":"{{message}}"},{{SarifText.At(uri, line)}}{{more}}}""";

    private static string WithSnippet(int line, string code) =>
        $$"""{"ruleId":"R1","message":{"text":"m"},{{SarifText.At("\"uri\":\"a.js\"", Snippet(line, code))}}}""";

    private static string Snippet(int line, string code) => $$"""
        "startLine":{{line}},"snippet":{"text":"{{code}}"}
        """;
}
