namespace TicketExport.Quickstart.Tests.Sarif.Internal;

public sealed class MessageTextTests
{
    private const string Run =
        """
        "tool":{"driver":{"name":"Probe",
          "rules":[{"id":"R1","shortDescription":{"text":"about R1"},"messageStrings":{"default":{"text":"'{0}' hides '{1}'."}}}],
          "globalMessageStrings":{"shared":{"text":"Shared {0}"}}}}
        """;

    [Theory]
    [InlineData("""{"text":"plain","markdown":"**bold**"}""", "plain")]
    [InlineData("""{"text":"{0} is {1}","arguments":["a","b"]}""", "a is b")]
    [InlineData("""{"id":"default","arguments":["x","y"]}""", "'x' hides 'y'.")]
    [InlineData("""{"id":"shared","arguments":["s"]}""", "Shared s")]
    [InlineData("""{"text":"{{0}} {0} {7}","arguments":["{1}",null]}""", "{0} {1} {7}")]
    [InlineData("""{"text":"{0} {99999999999}","arguments":["a"]}""", "a {99999999999}")]
    [InlineData("""{"text":"Expected '{{' or {0}"}""", "Expected '{{' or {0}")]
    [InlineData("""{"text":"from [user input](1), [docs](https://example.org), a[b](2)"}""", "from user input, [docs](https://example.org), a[b](2)")]
    [InlineData("""{"id":"unknown"}""", "about R1")]
    [InlineData("""{"text":"  "}""", "about R1")]
    [InlineData("null", "about R1")]
    public void A_message_is_resolved_to_plain_text(string message, string expected)
    {
        var report = SarifText.ReadRun($$"""{{Run}},"results":[{"ruleId":"R1","relatedLocations":[{"id":1}],"message":{{message}}}]""");

        Assert.Equal(expected, Assert.Single(report.Findings).Message);
    }
}
