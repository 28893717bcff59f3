using System.Text;
using System.Text.Json.Nodes;
using TicketExport.Contract;
using TicketExport.Redaction;
using TicketExport.Samples.Quickstart.Sarif;

namespace TicketExport.Quickstart.Tests.Sarif;

public sealed class RealReportTests
{
    [Theory]
    [InlineData(RealReports.Scanner, 35, 35, 0)]
    [InlineData(RealReports.Compiler, 11, 10, 1)]
    public void Every_result_of_a_real_tool_becomes_a_valid_document(string name, int results, int documents, int suppressed)
    {
        var report = SarifReader.Read(RealReports.Bytes(name), name);
        var mapped = SarifTicketMapper.Map(report);

        Assert.Equal(results, report.ResultCount);
        Assert.Equal(suppressed, report.SuppressedCount);
        Assert.Equal(documents, mapped.Length);
        Assert.All(mapped, document => Assert.Empty(TicketExportDocumentValidator.Validate(document)));
        Assert.Equal(documents, mapped.Select(document => document.Source.Fingerprint).Distinct().Count());
        Assert.Equal(documents, mapped.Select(document => document.Source.RecordId).Distinct().Count());
    }

    [Theory]
    [InlineData(RealReports.Scanner)]
    [InlineData(RealReports.Compiler)]
    public void Findings_of_a_real_tool_pass_the_redaction_gate(string name)
    {
        var gate = new RedactionGate(new RedactionOptions());

        Assert.All(SarifTicketMapper.Map(SarifReader.Read(RealReports.Bytes(name), name)), document => Assert.Empty(gate.Inspect(document).Findings));
    }

    [Theory]
    [InlineData(RealReports.Scanner)]
    [InlineData(RealReports.Compiler)]
    public void Mapping_twice_gives_equal_json(string name) => Assert.Equal(Json(name), Json(name));

    [Theory]
    [InlineData(RealReports.Scanner)]
    [InlineData(RealReports.Compiler)]
    public void Blank_lines_added_above_keep_every_fingerprint(string name)
    {
        var moved = JsonNode.Parse(RealReports.Bytes(name))!;
        foreach (var result in moved["runs"]![0]!["results"]!.AsArray())
        {
            var region = result!["locations"]![0]!["physicalLocation"]!["region"]!;
            region["startLine"] = region["startLine"]!.GetValue<int>() + 40;
            region["endLine"] = region["endLine"]!.GetValue<int>() + 40;
        }

        var before = SarifReader.Read(RealReports.Bytes(name), name).Findings;
        var after = SarifReader.Read(Encoding.UTF8.GetBytes(moved.ToJsonString()), name).Findings;

        Assert.Equal(before.Select(finding => finding.Fingerprint), after.Select(finding => finding.Fingerprint));
        Assert.All(before.Zip(after), pair => Assert.Equal(pair.First.Place.StartLine + 40, pair.Second.Place.StartLine));
    }

    [Fact]
    public void A_scanner_finding_reads_as_a_ticket()
    {
        var report = SarifReader.Read(RealReports.Bytes(RealReports.Scanner), RealReports.Scanner);
        var document = SarifTicketMapper.Map(report.Findings.First(finding => finding.Rule.Id == "security/detect-unsafe-regex"));

        Assert.Equal(
            "Detects potentially unsafe regular expressions, which may take a very long time to run, blocking the event loop in app/routes/profile.js",
            document.Title);
        Assert.Equal("Possible Security Vulnerability", document.Source.Category);
        Assert.Equal("ESLint/nodegoat-eslint.sarif", document.Source.ReportId);
        Assert.Equal(TicketSeverity.High, document.Source.Severity);
        Assert.Equal(TicketPriority.High, document.Priority);
        Assert.Equal("eslint", Assert.Single(document.Labels));
        var link = Assert.Single(document.EvidenceLinks);
        Assert.Equal("documentation", link.Type);
        Assert.EndsWith("/detect-unsafe-regex.md", link.Url, StringComparison.Ordinal);
        Assert.Contains("Location: app/routes/profile.js, line ", document.Summary, StringComparison.Ordinal);
        Assert.Contains("ESLint 9.39.5", Assert.Single(document.AcceptanceCriteria).VerificationHint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_compiler_finding_shows_a_decoded_file_name_and_no_folder_of_the_build_machine()
    {
        var documents = SarifTicketMapper.Map(SarifReader.Read(RealReports.Bytes(RealReports.Compiler), RealReports.Compiler));

        Assert.All(documents, document => Assert.EndsWith(" in Tree Register.cs", document.Title, StringComparison.Ordinal));
        Assert.All(documents, document => Assert.DoesNotContain("/src/", Json(document), StringComparison.Ordinal));
    }

    private static string Json(TicketExportDocument document) => Encoding.UTF8.GetString(TicketExportJson.ToUtf8Bytes(document));

    private static string[] Json(string name) =>
        [.. SarifTicketMapper.Map(SarifReader.Read(RealReports.Bytes(name), name)).Select(Json)];
}
