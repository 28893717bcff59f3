using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using TicketExport.Contract;

namespace TicketExport.Core.Tests.Contract;

public sealed class TicketExportDocumentValidatorTests
{
    private static readonly HashSet<string> JsonOnlyRules = [ContractRules.Type, ContractRules.Required, ContractRules.OneOf, ContractRules.Range];

    private static TicketExportDocument Valid => ContractSamples.Read(ContractSamples.FullDocument());

    [Fact]
    public void Values_built_in_csharp_are_judged_like_json()
    {
        var compared = 0;
        foreach (var (name, json) in JsonMutations.Of(ContractSamples.FullEnvelope()))
        {
            var read = TicketExportJson.ReadEnvelope(ContractSamples.Bytes(json)).Violations;
            if (!read.Any(static violation => JsonOnlyRules.Contains(violation.Rule) || violation.Path.EndsWith("expires_at", StringComparison.Ordinal)))
            {
                var built = json.Deserialize(ContractJsonContext.Default.WebhookEnvelope)!;
                Assert.True(read.ToHashSet().SetEquals(WebhookEnvelopeValidator.Validate(built)), name);
                compared++;
            }
        }

        Assert.True(compared > 2_000, $"{compared} compared");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [Trait("Behaviour", "S283")]
    public void Attempts_count_from_1(int attempt)
    {
        var envelope = ContractSamples.ReadEnvelope(ContractSamples.Envelope()) with { Attempt = attempt };

        var violation = Assert.Single(WebhookEnvelopeValidator.Validate(envelope));

        Assert.Equal(("$.attempt", ContractRules.Range), (violation.Path, violation.Rule));
    }

    [Fact]
    [Trait("Fault", "F175")]
    public void Lone_surrogates_are_named_before_anything_hashes_them()
    {
        var document = Valid;
        document = document with
        {
            Title = "a\uD800",
            Summary = "\uDC00a",
            Source = document.Source with { RecordId = "a\uDC00", Fingerprint = "\uD83D\uDE00\uD83D" },
            Labels = ["ok", "\uD83D\uDE00", "\uDE00\uD83D"],
        };

        AssertPaths(document, ContractRules.Text, "$.source.record_id", "$.source.fingerprint", "$.title", "$.summary", "$.labels[2]");
    }

    [Fact]
    public void Nulls_against_the_annotations_are_named()
    {
        var document = Valid;
        document = document with
        {
            Title = null!,
            ContractVersion = null!,
            EvidenceLinks = [document.EvidenceLinks[0], null!],
            Labels = [null!],
            Source = document.Source with { Type = null! },
        };

        AssertPaths(document, ContractRules.Required, "$.contract_version", "$.source.type", "$.title", "$.evidence_links[1]", "$.labels[0]");
        AssertPaths(Valid with { Source = null! }, ContractRules.Required, "$.source");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(99)]
    [InlineData(-1)]
    public void Enum_values_that_have_no_word_are_named(int value)
    {
        var document = Valid;
        document = document with
        {
            Source = document.Source with { Severity = (TicketSeverity)value },
            Priority = (TicketPriority)value,
            ExportStatus = (ExportStatus)value,
        };

        AssertPaths(document, ContractRules.OneOf, "$.source.severity", "$.priority", "$.export_status");
    }

    [Theory]
    [InlineData("report_issue", null, null, "$.source.issue_id", ContractRules.Required)]
    [InlineData("report_issue", "1", "2", "$.source.fix_task_id", ContractRules.Conflict)]
    [InlineData("report_issue", "1", null, null, null)]
    [InlineData("fix_task", null, null, "$.source.fix_task_id", ContractRules.Required)]
    [InlineData("fix_task", "1", "2", "$.source.issue_id", ContractRules.Conflict)]
    [InlineData("fix_task", null, "2", null, null)]
    [InlineData("host_type", "1", null, "$.source.issue_id", ContractRules.Conflict)]
    [InlineData("host_type", null, "2", "$.source.fix_task_id", ContractRules.Conflict)]
    [InlineData("host_type", null, null, null, null)]
    [Trait("Behaviour", "S298")]
    [Trait("Behaviour", "S299")]
    public void Source_gives_the_id_that_its_type_asks_for_and_no_other(string type, string? issue, string? fixTask, string? path, string? rule)
    {
        var document = Valid;
        var violations = TicketExportDocumentValidator.Validate(
            document with { Source = document.Source with { Type = type, IssueId = issue, FixTaskId = fixTask } });

        Assert.Equal((path, rule), (violations.SingleOrDefault()?.Path, violations.SingleOrDefault()?.Rule));
    }

    [Theory]
    [InlineData("https://\u05D0.example.test/a", true)]
    [InlineData("http://[::1]:8080/", true)]
    [InlineData("https://a.example.test:443?x=a@b", true)]
    [InlineData("https://user@a.example.test", false)]
    [InlineData("https://a.example.test\\@b", false)]
    [InlineData("https:\\\\a.example.test", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("https://[::1", false)]
    [InlineData("https://a.example.test/\u202Egnp.exe", false)]
    public void Address_is_safe_or_named(string url, bool valid) =>
        AssertPaths(Valid with { EvidenceLinks = [Valid.EvidenceLinks[0] with { Url = url }] }, ContractRules.Url, valid ? [] : ["$.evidence_links[0].url"]);

    [Fact]
    [Trait("Fault", "F173")]
    public void Texts_and_lists_beyond_their_limits_are_named_with_the_limit()
    {
        var document = Valid with
        {
            Summary = new string('s', 10_000_000),
            Labels = [.. Enumerable.Repeat("l", 10_000)],
        };

        var violations = TicketExportDocumentValidator.Validate(document);

        Assert.Equal([("$.summary", ContractRules.MaxLength), ("$.labels", ContractRules.MaxItems)], violations.Select(static violation => (violation.Path, violation.Rule)));
        Assert.Contains("100000", violations[0].Message, StringComparison.Ordinal);
        Assert.Contains("500", violations[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Fault", "F173")]
    public void Document_whose_json_would_be_too_big_to_read_back_is_named()
    {
        var steps = Enumerable.Repeat(new string('x', ContractLimits.LineLength), 410).ToImmutableArray();
        var fits = Valid with { ReproductionSteps = steps };
        var tooBig = Valid with { ReproductionSteps = steps.SetItem(0, new string('\u00E9', ContractLimits.LineLength)).SetItem(1, new string('\u00E9', ContractLimits.LineLength)) };

        AssertPaths(fits, ContractRules.MaxBytes);
        Assert.True(TicketExportJson.ReadDocument(TicketExportJson.ToUtf8Bytes(fits)).IsValid);
        AssertPaths(tooBig, ContractRules.MaxBytes, "$");
        Assert.False(TicketExportJson.ReadDocument(TicketExportJson.ToUtf8Bytes(tooBig)).IsValid);
    }

    [Fact]
    public void Json_that_this_library_would_write_too_big_is_refused_when_it_is_read()
    {
        var document = ContractSamples.Document();
        document["reproduction_steps"] = new JsonArray([.. Enumerable.Repeat(new string('\u00E9', 10_000), 150).Select(static step => (JsonNode)step)]);
        var raw = document.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

        Assert.Equal(ContractRules.MaxBytes, Assert.Single(TicketExportJson.ReadDocument(System.Text.Encoding.UTF8.GetBytes(raw)).Violations).Rule);
    }

    private static void AssertPaths(TicketExportDocument document, string rule, params string[] paths)
    {
        var violations = TicketExportDocumentValidator.Validate(document);

        Assert.Equal(paths, violations.Select(static violation => violation.Path));
        Assert.All(violations, violation => Assert.Equal(rule, violation.Rule));
    }
}
