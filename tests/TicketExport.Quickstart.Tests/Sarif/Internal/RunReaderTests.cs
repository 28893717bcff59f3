using TicketExport.Samples.Quickstart.Sarif;

namespace TicketExport.Quickstart.Tests.Sarif.Internal;

public sealed class RunReaderTests
{
    [Theory]
    [InlineData("", "", SarifLevel.Warning)]
    [InlineData("", ",\"defaultConfiguration\":{}", SarifLevel.Warning)]
    [InlineData("", ",\"defaultConfiguration\":{\"level\":\"error\"}", SarifLevel.Error)]
    [InlineData(",\"level\":\"note\"", ",\"defaultConfiguration\":{\"level\":\"error\"}", SarifLevel.Note)]
    [InlineData(",\"level\":\"none\"", "", SarifLevel.None)]
    [InlineData(",\"level\":\"severe\"", "", SarifLevel.Warning)]
    [InlineData(",\"kind\":\"open\"", ",\"defaultConfiguration\":{\"level\":\"error\"}", SarifLevel.None)]
    public void The_level_comes_from_the_result_then_the_rule_then_the_default(string result, string rule, SarifLevel expected)
    {
        var finding = SarifText.ReadResult($$"""{"ruleId":"R1","message":{"text":"m"}{{result}}}""", $$"""{"id":"R1"{{rule}}}""");

        Assert.Equal(expected, finding.Level);
    }

    [Theory]
    [InlineData("\"9.8\"", 9.8)]
    [InlineData("7", 7.0)]
    [InlineData("\"high\"", null)]
    [InlineData("\"NaN\"", null)]
    [InlineData("[1]", null)]
    [InlineData("null", null)]
    public void A_security_severity_is_read_as_text_or_number(string value, double? expected)
    {
        var rule = $$"""{"id":"R1","properties":{"security-severity":{{value}} } }""";

        Assert.Equal(expected, SarifText.ReadResult("""{"ruleId":"R1","message":{"text":"m"}}""", rule).SecuritySeverity);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("{\"tags\":\"one\",\"category\":7}")]
    [InlineData("{\"tags\":[1,null,\"\\ud800\"],\"category\":\"\\ud800\"}")]
    public void A_property_bag_of_unexpected_shape_is_ignored(string bag)
    {
        var finding = SarifText.ReadResult($$"""{"ruleId":"R1","message":{"text":"m"},"properties":{{bag}}}""", $$"""{"id":"R1","properties":{{bag}}}""");

        Assert.Empty(finding.Rule.Tags);
        Assert.Null(finding.Rule.Category);
    }

    [Fact]
    public void Tags_come_from_rule_result_and_cwe_taxonomy()
    {
        var finding = SarifText.ReadResult(
            """{"ruleId":"R1","message":{"text":"m"},"taxa":[{"id":"89","toolComponent":{"name":"CWE"}}],"properties":{"tags":["Hot"]}}""",
            """
            {"id":"R1","properties":{"tags":["security","hot"]},"relationships":[
              {"target":{"id":"CWE-79","toolComponent":{"name":"CWE"}}},{"target":{"id":"A1","toolComponent":{"name":"OWASP"}}}]}
            """);

        Assert.Equal(["CWE-79", "CWE-89", "security", "hot"], finding.Rule.Tags.AsEnumerable());
    }

    [Theory]
    [InlineData("", "Probe/probe.sarif")]
    [InlineData("\"automationDetails\":{\"id\":\"nightly/42\"},", "nightly/42")]
    [InlineData("\"automationDetails\":{\"id\":\"nightly/42\",\"guid\":\"6f1c2a9e-0000-4000-8000-000000000001\"},", "6f1c2a9e-0000-4000-8000-000000000001")]
    public void The_run_is_named_by_guid_then_id_then_tool_and_file(string details, string expected)
    {
        var report = SarifText.ReadRun($$"""{{details}}"tool":{"driver":{"name":"Probe"} },"results":[{"message":{"text":"m"} }]""");

        Assert.Equal(expected, Assert.Single(report.Findings).RunId);
    }

    [Theory]
    [InlineData("\"partialFingerprints\":{\"primaryLocationLineHash\":\"ab:1\",\"primaryLocationStartColumnFingerprint\":\"4\"}", "primaryLocationLineHash=ab:1")]
    [InlineData("\"fingerprints\":{\"hash/v2\":\"bb\",\"hash/v1\":\"aa\"},\"partialFingerprints\":{\"a\":\"x\"}", "hash/v1=aa")]
    [InlineData("\"fingerprints\":{\"matchBasedId/v1\":\"requires login\"}", null)]
    [InlineData("\"fingerprints\":{\"a\":\"\",\"b\":null}", null)]
    public void The_tools_own_fingerprint_is_taken_where_it_is_one(string members, string? expected) =>
        Assert.Equal(expected, SarifText.ReadResult($$"""{"message":{"text":"m"},{{members}}}""").ToolFingerprint);

    [Fact]
    public void A_result_without_anything_still_has_words()
    {
        var finding = Assert.Single(SarifText.ReadRun("\"results\":[{}]").Findings);

        Assert.Equal(("unnamed tool", "unnamed rule", "unnamed rule"), (finding.Tool, finding.Rule.Id, finding.Message));
    }
}
