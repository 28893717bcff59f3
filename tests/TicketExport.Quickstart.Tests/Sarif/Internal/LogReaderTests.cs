namespace TicketExport.Quickstart.Tests.Sarif.Internal;

public sealed class LogReaderTests
{
    [Theory]
    [InlineData("pass", 0)]
    [InlineData("notApplicable", 0)]
    [InlineData("informational", 0)]
    [InlineData("fail", 1)]
    [InlineData("open", 1)]
    [InlineData("review", 1)]
    public void Only_kinds_that_want_work_become_findings(string kind, int findings)
    {
        var report = SarifText.ReadResults($$"""{"kind":"{{kind}}","message":{"text":"m"} }""");

        Assert.Equal(findings, report.Findings.Length);
        Assert.Equal(1 - findings, report.PassedCount);
    }

    [Theory]
    [InlineData("[]", 1)]
    [InlineData("null", 1)]
    [InlineData("""[{"kind":"inSource"}]""", 0)]
    [InlineData("""[{"kind":"external","status":"accepted"}]""", 0)]
    [InlineData("""[{"kind":"external","status":"underReview"}]""", 1)]
    [InlineData("""[{"kind":"external","status":"accepted"},{"kind":"external","status":"rejected"}]""", 1)]
    public void A_suppression_counts_unless_it_is_under_review_or_rejected(string suppressions, int findings)
    {
        var report = SarifText.ReadResults($$"""{"message":{"text":"m"},"suppressions":{{suppressions}}}""");

        Assert.Equal(findings, report.Findings.Length);
        Assert.Equal(1 - findings, report.SuppressedCount);
    }

    [Theory]
    [InlineData("absent", 0)]
    [InlineData("unchanged", 1)]
    [InlineData("updated", 1)]
    [InlineData("new", 1)]
    public void Only_absent_results_of_a_baseline_are_left_out(string state, int findings)
    {
        var report = SarifText.ReadResults($$"""{"message":{"text":"m"},"baselineState":"{{state}}"}""");

        Assert.Equal(findings, report.Findings.Length);
        Assert.Equal(1 - findings, report.AbsentCount);
    }

    [Fact]
    public void Several_runs_are_read_in_order_and_repetitions_between_them_count_once()
    {
        const string Run = """{"tool":{"driver":{"name":"Probe"}},"results":[{"ruleId":"R1","message":{"text":"m"}}]}""";
        var report = SarifText.Read($$"""{"version":"2.1.0","runs":[{{Run}},{{Run.Replace("Probe", "Other", StringComparison.Ordinal)}},{{Run}}]}""");

        Assert.Equal(["Probe", "Other"], report.Findings.Select(finding => finding.Tool));
        Assert.Equal(3, report.ResultCount);
        Assert.Equal(1, report.RepeatedCount);
    }
}
