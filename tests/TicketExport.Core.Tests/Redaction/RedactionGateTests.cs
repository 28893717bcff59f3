using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using TicketExport.Contract;
using TicketExport.Core.Tests.Contract;
using TicketExport.Redaction;

namespace TicketExport.Core.Tests.Redaction;

public sealed partial class RedactionGateTests
{
    private static readonly string[] IdentityMembers =
    [
        "$.contract_version", "$.source.type", "$.source.record_id", "$.source.report_id", "$.source.issue_id", "$.source.fix_task_id", "$.source.fingerprint",
        "$.source.related_issue_ids[]", "$.external_ticket_refs[].provider_key", "$.external_ticket_refs[].external_id", "$.external_ticket_refs[].external_key",
    ];

    public static TheoryData<string> Rules => [.. RedactionRules.All.Select(static rule => rule.Id)];

    [Fact]
    [Trait("Behaviour", "S376")]
    public void The_sample_document_has_every_text_of_the_contract()
    {
        var members = TextMembers(typeof(TicketExportDocument), "$").Order(StringComparer.Ordinal);

        Assert.Equal(members, TextPaths(Full()).Select(Member).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    [Trait("Behaviour", "S168")]
    [Trait("Behaviour", "S169")]
    [Trait("Behaviour", "S170")]
    [Trait("Behaviour", "S289")]
    [Trait("Behaviour", "S376")]
    [Trait("Behaviour", "S377")]
    [Trait("Fault", "F195")]
    public void Every_rule_looks_at_every_text_and_names_field_and_rule_and_never_the_value(string rule)
    {
        var canary = RuleSamples.Canary(rule);
        foreach (var path in TextPaths(Full()))
        {
            var verdict = Gates.Only(rule, RedactionMode.Block).Inspect(With(path, canary));

            Assert.True(verdict.IsBlocked, path);
            var finding = Assert.Single(verdict.Findings);
            Assert.Equal((path, rule, !IdentityMembers.Contains(Member(path))), (finding.Path, finding.RuleId, finding.CanMask));
            Assert.DoesNotContain(canary, verdict.ToString() + finding, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    [Trait("Behaviour", "S169")]
    [Trait("Fault", "F195")]
    public void Masking_leaves_a_valid_document_without_the_secret_or_blocks(string rule)
    {
        var canary = RuleSamples.Canary(rule).ReplaceLineEndings("\\n");
        foreach (var path in TextPaths(Full()))
        {
            var verdict = Gates.Only(rule, RedactionMode.Mask).Inspect(With(path, canary));

            var isMaskable = !IdentityMembers.Contains(Member(path)) && !path.EndsWith("url", StringComparison.Ordinal);
            Assert.Equal(isMaskable, !verdict.IsBlocked);
            Assert.Equal(isMaskable, Assert.Single(verdict.Findings).CanMask);
            if (verdict.Document is { } masked)
            {
                Assert.Empty(TicketExportDocumentValidator.Validate(masked));
                Assert.DoesNotContain(Secret(rule), Json(masked), StringComparison.Ordinal);
                Assert.Contains($"[redacted:{rule}]", Json(masked), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    [Trait("Fault", "F193")]
    public void A_secret_parameter_of_an_evidence_link_is_masked_and_the_link_stays_one()
    {
        var document = Documents.Checkout with
        {
            EvidenceLinks = [new EvidenceLink { Label = "Shot", Type = "report", AttachmentAllowed = false, Url = "https://acme.example.test/shot.png?v=1&sig=" + Made.Run(43) }],
        };

        var verdict = Gates.All(RedactionMode.Mask).Inspect(document);

        Assert.Equal("https://acme.example.test/shot.png?v=1&sig=[redacted:url_credentials]", verdict.Document!.EvidenceLinks[0].Url);
        Assert.Empty(TicketExportDocumentValidator.Validate(verdict.Document));
        Assert.Empty(Gates.All(RedactionMode.Block).Inspect(verdict.Document).Findings);
    }

    [Fact]
    public void Masking_that_breaks_the_contract_blocks_and_says_so()
    {
        var tooLong = Documents.Checkout with
        {
            Labels = [string.Join(' ', Enumerable.Repeat("a?pwd=1234&pwd=5678", 13))],
            Title = "Leaked " + Made.Token("gh" + "p_", 36),
        };
        var blocked = Gates.All(RedactionMode.Mask).Inspect(tooLong);
        Assert.True(blocked.IsBlocked);
        Assert.Contains(new RedactionFinding("$.labels[0]", RedactionRules.UrlCredentials, CanMask: false), blocked.Findings);
        Assert.Contains(new RedactionFinding("$.title", RedactionRules.GitHubToken, CanMask: true), blocked.Findings);
    }

    [Fact]
    public void A_clean_document_comes_back_as_it_is()
    {
        Assert.Same(Documents.Checkout, Gates.All(RedactionMode.Block).Inspect(Documents.Checkout).Document);
        Assert.Same(Documents.Checkout, Gates.All(RedactionMode.Mask).Inspect(Documents.Checkout).Document);
        Assert.Empty(Gates.All(RedactionMode.Block).Inspect(ContractSamples.Read(ContractSamples.FullDocument())).Findings);
    }

    [Fact]
    public void Off_looks_at_nothing()
    {
        var document = Documents.Checkout with { Summary = Made.Token("gh" + "p_", 36) };

        Assert.Same(document, new RedactionGate(new RedactionOptions { Mode = RedactionMode.Off }).Inspect(document).Document);
    }

    [Fact]
    public void Personal_data_is_looked_for_only_where_the_host_asks_for_it()
    {
        var document = Documents.Checkout with { Summary = RuleSamples.Canary(RedactionRules.EmailAddress) };
        var options = new RedactionOptions();

        Assert.False(new RedactionGate(options).Inspect(document).IsBlocked);
        options.EnabledRules.Add(RedactionRules.EmailAddress);
        Assert.True(new RedactionGate(options).Inspect(document).IsBlocked);
    }

    [Fact]
    [Trait("Fault", "F196")]
    public void A_single_text_such_as_a_trackers_error_is_masked()
    {
        var text = Gates.All(RedactionMode.Mask).Inspect("error", $"401: token {Made.Token("gh" + "p_", 36)} is unknown");

        Assert.Equal("401: token [redacted:github_token] is unknown", text.Text);
        Assert.Null(Gates.All(RedactionMode.Block).Inspect("error", Made.Token("gh" + "p_", 36)).Text);
    }

    [Fact]
    public void Overlapping_hits_become_one_label_of_the_rule_that_starts_first()
    {
        var text = new RedactionGate(new RedactionOptions { Mode = RedactionMode.Mask }).Inspect("t", $"https://ana:{Made.Token("gh" + "p_", 36)}@host.example.test");

        Assert.Equal("https://[redacted:url_credentials]@host.example.test", text.Text);
        Assert.Equal([RedactionRules.GitHubToken, RedactionRules.UrlCredentials], text.Findings.Select(static finding => finding.RuleId));
    }

    [Fact]
    public void A_label_that_frees_a_token_next_to_it_is_followed_by_another_look()
    {
        var options = new RedactionOptions { Mode = RedactionMode.Mask };
        options.HostRules.Add("customer", new HostRuleOptions { Pattern = "KD[0-9]{3}" });
        var gate = new RedactionGate(options);

        var masked = gate.Inspect("t", "KD123" + Made.Token("gh" + "p_", 36)).Text!;

        Assert.Equal("[redacted:customer][redacted:github_token]", masked);
        Assert.Empty(gate.Inspect("t", masked).Findings);
    }

    /// <summary>Every text set at once, which no valid document has: a source type allows one of two ids.</summary>
    private static JsonObject Full()
    {
        var document = ContractSamples.FullDocument();
        document["source"]!["fix_task_id"] = "ft-1";
        return document;
    }

    /// <summary>The document with the canary in one field, read without the contract's rules: many fields would refuse such a text.</summary>
    private static TicketExportDocument With(string path, string canary)
    {
        var document = ContractSamples.FullDocument();
        JsonPath.Set(document, path, canary);
        return document.Deserialize(ContractJsonContext.Default.TicketExportDocument)!;
    }

    private static string Secret(string rule) => RuleSamples.ById[rule].Caught[0].Split('«')[1].Split('»')[0].ReplaceLineEndings("\\n");

    private static string Json(TicketExportDocument document) => Encoding.UTF8.GetString(TicketExportJson.ToUtf8Bytes(document));

    private static string Member(string path) => Index().Replace(path, "[]");

    private static IEnumerable<string> TextPaths(JsonNode document) => JsonPath.All(document).Where(path =>
    {
        var (owner, member) = JsonPath.Resolve(document, path);
        var node = owner is JsonArray array ? array[int.Parse(member, null)] : owner[member];
        return node is JsonValue value
            && value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number
            && Member(path) is not ("$.priority" or "$.source.severity" or "$.export_status" or "$.evidence_links[].expires_at");
    });

    /// <summary>The JSON paths of all texts that the contract's types can hold.</summary>
    private static IEnumerable<string> TextMembers(Type type, string path) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(static property => property.GetCustomAttribute<JsonPropertyNameAttribute>() is not null)
        .SelectMany(property => TextMembersOf(property.PropertyType, $"{path}.{property.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name}"));

    private static IEnumerable<string> TextMembersOf(Type type, string path)
    {
        if (type == typeof(string))
        {
            return [path];
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(System.Collections.Immutable.ImmutableArray<>))
        {
            return TextMembersOf(type.GetGenericArguments()[0], path + "[]");
        }

        return type.Namespace == typeof(TicketExportDocument).Namespace && type.IsClass ? TextMembers(type, path) : [];
    }

    [GeneratedRegex(@"\[\d+\]", RegexOptions.CultureInvariant)]
    private static partial Regex Index();
}
