using System.Text;
using TicketExport.Contract;
using TicketExport.Samples.Quickstart.Sarif;

namespace TicketExport.Quickstart.Tests.Sarif;

public sealed class SarifTicketMapperTests
{
    [Fact]
    public void A_full_result_fills_every_part_of_the_document()
    {
        var finding = Full();
        var document = SarifTicketMapper.Map(finding);

        Assert.Equal(SourceTypes.ReportIssue, document.Source.Type);
        Assert.Equal(finding.Fingerprint, document.Source.Fingerprint);
        Assert.Equal(finding.Fingerprint[..16], document.Source.RecordId);
        Assert.Equal(document.Source.RecordId, document.Source.IssueId);
        Assert.Null(document.Source.FixTaskId);
        Assert.Equal("nightly/42", document.Source.ReportId);
        Assert.Equal("security", document.Source.Category);
        Assert.Equal("Query is built from input in src/db.js", document.Title);
        Assert.Equal(
            "Input reaches the query.\n\nLocation: src/db.js, line 3, column 9\n\nRule js/sql: Query is built from input.\n\nUse parameters.",
            document.Summary);
        Assert.Equal(
            ["Open src/db.js, line 3, column 9.", "Look at this code:\ndb.run(a +\n  b)", "Run Probe 1.2.3 over it: rule js/sql reports it."],
            document.ReproductionSteps.AsEnumerable());
        Assert.Equal(["probe", "security", "cwe-89", "data-access"], document.Labels.AsEnumerable());
        Assert.Equal(
            ["documentation https://rules.example/js/sql", "source https://github.com/o/shop/blob/4f2d/src/db.js#L3", "report https://scan.example/r/1"],
            document.EvidenceLinks.Select(link => $"{link.Type} {link.Url}"));
        var criterion = Assert.Single(document.AcceptanceCriteria);
        Assert.Equal("Probe no longer reports js/sql in src/db.js.", criterion.Description);
        Assert.Equal("Run Probe 1.2.3 with rule js/sql on.", criterion.VerificationHint);
        Assert.Empty(TicketExportDocumentValidator.Validate(document));
    }

    [Theory]
    [InlineData("http://rules.example/r")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user:secret@rules.example/r")]
    [InlineData("Please see details in message")]
    [InlineData("/relative")]
    public void An_address_that_is_no_plain_https_link_is_left_out(string address)
    {
        var finding = Full();
        finding = finding with { ViewerLink = address, Rule = finding.Rule with { HelpUri = address }, Place = finding.Place with { SourceLink = null } };

        Assert.Empty(SarifTicketMapper.Map(finding).EvidenceLinks);
    }

    [Fact]
    public void A_result_at_a_web_address_names_the_affected_url()
    {
        var finding = SarifText.ReadResult($$"""{"message":{"text":"m"},{{SarifText.At("https://shop.example/cart", 1)}}}""");

        Assert.Equal("https://shop.example/cart", SarifTicketMapper.Map(finding).Source.AffectedUrl);
        Assert.Null(SarifTicketMapper.Map(Full()).Source.AffectedUrl);
    }

    [Theory]
    [InlineData("Design", "tag", "Design")]
    [InlineData(null, "external/cwe/cwe-079", "Probe")]
    [InlineData(null, "Correctness", "Correctness")]
    public void The_category_is_the_rules_own_then_a_tag_then_the_tool(string? category, string tag, string expected)
    {
        var finding = Full();
        finding = finding with { Rule = finding.Rule with { Category = category, Tags = [tag] } };

        Assert.Equal(expected, SarifTicketMapper.Map(finding).Source.Category);
    }

    [Fact]
    public void Text_of_any_length_stays_within_the_contract()
    {
        var letters = new Random(7);
        var endless = new StringBuilder();
        while (endless.Length < ContractLimits.TextLength * 2)
        {
            endless.Append(new Rune(letters.Next(0x20, 0x1F700) is var c && c is >= 0xD800 and < 0xE000 ? 'x' : c));
        }

        var text = endless.ToString();
        var finding = Full() with
        {
            Tool = text,
            ToolVersion = text,
            RunId = text,
            Message = text,
            ViewerLink = "https://scan.example/" + text,
            Rule = new() { Id = text, Title = text, Description = text, Category = text, HelpUri = "https://a.example/" + new string('a', 3_000), Tags = [text, .. Enumerable.Range(0, 900).Select(i => $"t{i}")] },
            Place = new() { Path = text, ShownPath = text, Snippet = text, SourceLink = "https://github.com/o/r#" + text },
        };

        var document = SarifTicketMapper.Map(finding);

        Assert.Empty(TicketExportDocumentValidator.Validate(document));
        Assert.InRange(document.Title.Length, 900, ContractLimits.TitleLength);
        Assert.InRange(document.Summary.Length, 90_000, ContractLimits.TextLength);
        Assert.InRange(document.Source.Title.Length, 900, ContractLimits.TitleLength);
        Assert.InRange(document.Source.ReportId!.Length, 200, ContractLimits.IdLength);
        Assert.InRange(document.Source.Category.Length, 100, ContractLimits.NameLength);
        Assert.Equal(10, document.Labels.Length);
        Assert.All(document.Labels, label => Assert.InRange(label.Length, 1, 50));
        Assert.Empty(document.EvidenceLinks);
        Assert.All(document.ReproductionSteps, step => Assert.InRange(step.Length, 1, ContractLimits.LineLength));
        Assert.InRange(TicketExportJson.ToUtf8Bytes(document).Length, 1, ContractLimits.JsonBytes);
    }

    [Fact]
    public void Text_that_shows_nothing_counts_as_absent()
    {
        var report = SarifText.ReadRun(
            """
            "tool":{"driver":{"name":"\u0001","rules":[{"id":"\u0002","shortDescription":{"text":"..."},"properties":{"category":"\u0003","tags":["\u0004"]}}]}},
            "results":[{"ruleIndex":0,"message":{"text":"\u0005"}}]
            """);

        var document = Assert.Single(SarifTicketMapper.Map(report));

        Assert.Equal("unnamed rule", document.Title);
        Assert.Empty(TicketExportDocumentValidator.Validate(document));
    }

    private static SarifFinding Full() => Assert.Single(SarifText.ReadRun(
        """
        "automationDetails":{"id":"nightly/42"},
        "versionControlProvenance":[{"repositoryUri":"https://github.com/o/shop","revisionId":"4f2d"}],
        "tool":{"driver":{"name":"Probe","version":"1.2.3","rules":[{"id":"js/sql","shortDescription":{"text":"Query is built from input."},
          "fullDescription":{"text":"Use parameters."},"helpUri":"https://rules.example/js/sql",
          "properties":{"tags":["security","external/cwe/cwe-089","Data Access"],"security-severity":"8.8"}}]}},
        "results":[{"ruleId":"js/sql","message":{"text":"Input reaches the query."},"hostedViewerUri":"https://scan.example/r/1",
          "locations":[{"physicalLocation":{"artifactLocation":{"uri":"src/db.js"},
            "region":{"startLine":3,"startColumn":9,"snippet":{"text":"db.run(a +\r\n  b)"}}}}]}]
        """).Findings);
}
