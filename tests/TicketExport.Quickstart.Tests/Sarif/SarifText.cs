using System.Text;
using TicketExport.Samples.Quickstart.Sarif;

namespace TicketExport.Quickstart.Tests.Sarif;

internal static class SarifText
{
    public static SarifReport Read(string json) => SarifReader.Read(Encoding.UTF8.GetBytes(json), "reports/probe.sarif");

    public static SarifReport ReadRun(string members) => Read($$"""{"version":"2.1.0","runs":[{{{members}}}]}""");

    public static SarifReport ReadResults(string results, string rules = "") => ReadRun(
        $$"""
        "tool":{"driver":{"name":"Probe","semanticVersion":"1.2.3","rules":[{{rules}}]} },"results":[{{results}}]
        """);

    public static SarifFinding ReadResult(string result, string rules = "") => Assert.Single(ReadResults(result, rules).Findings);

    public static string At(string uri, int line, int column = 1) => At($"\"uri\":\"{uri}\"", $"\"startLine\":{line},\"startColumn\":{column}");

    public static string At(string artifact, string region) =>
        $$"""
        "locations":[{"physicalLocation":{"artifactLocation":{{{artifact}}},"region":{{{region}}} } }]
        """;
}
