using System.Text;
using System.Text.Json.Nodes;
using TicketExport.Contract;

namespace TicketExport.Core.Tests.Contract;

public sealed class BrokenJsonTests
{
    [Theory]
    [InlineData("", "line 1, byte 1")]
    [InlineData("{", "line 1, byte 2")]
    [InlineData("{}{}", "line 1, byte 3")]
    [InlineData("{\n\"title\": x}", "line 2, byte 10")]
    [InlineData("{\"a\":1,}", "line 1, byte 8")]
    [InlineData("// c\n{}", "line 1, byte 1")]
    [InlineData("{\"a\":NaN}", "line 1, byte 6")]
    public void Broken_json_is_one_violation_that_names_the_place(string text, string place)
    {
        var violation = Read(text);

        Assert.Equal(("$", ContractRules.Json), (violation.Path, violation.Rule));
        Assert.Contains(place, violation.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"a\"")]
    [InlineData("42")]
    public void Json_that_is_no_object_is_named(string text) => Assert.Equal(("$", ContractRules.Type), (Read(text).Path, Read(text).Rule));

    [Fact]
    [Trait("Fault", "F52")]
    public void Bytes_that_are_not_plain_utf8_are_named()
    {
        var sample = ContractSamples.EnvelopeBytes();

        Assert.Contains("byte order mark", Single([0xEF, 0xBB, 0xBF, .. sample]), StringComparison.Ordinal);
        Assert.Contains("UTF-8", Single(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}"))), StringComparison.Ordinal);
        Assert.Contains("UTF-8", Single([.. "{\"a\":\""u8, 0xFF, .. "\"}"u8]), StringComparison.Ordinal);
        Assert.Contains("UTF-8", Single([.. "{\"a\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8]), StringComparison.Ordinal);

        static string Single(IEnumerable<byte> bytes) => Assert.Single(TicketExportJson.ReadEnvelope(bytes.ToArray()).Violations).Message;
    }

    [Theory]
    [InlineData("\"title\":", "\"title\":\"\\ud800\",\"x\":", "$.title", ContractRules.Text)]
    [InlineData("\"summary\":", "\"summary\":\"\\udc00\\ud800\",\"x\":", "$.summary", ContractRules.Text)]
    [InlineData("\"type\":\"report_issue\"", "\"type\":\"\\ud800\"", "$.source.type", ContractRules.Text)]
    [InlineData("\"record_id\":42", "\"record_id\":\"\\ud800\"", "$.source.record_id", ContractRules.Text)]
    [InlineData("\"severity\":\"high\"", "\"severity\":\"\\ud800\"", "$.source.severity", ContractRules.OneOf)]
    [InlineData("\"expires_at\":null", "\"expires_at\":\"\\ud800\"", "$.evidence_links[0].expires_at", ContractRules.Pattern)]
    [Trait("Fault", "F52")]
    [Trait("Fault", "F175")]
    public void Lone_surrogate_escape_is_named_where_it_stands(string before, string after, string path, string rule)
    {
        var text = ContractSamples.Document().ToJsonString().Replace(before, after, StringComparison.Ordinal);

        Assert.Contains(
            TicketExportJson.ReadDocument(Encoding.UTF8.GetBytes(text)).Violations,
            violation => violation.Path == path && violation.Rule == rule);
    }

    [Fact]
    [Trait("Fault", "F52")]
    public void Lone_surrogate_is_ignored_inside_a_foreign_member_and_named_in_a_member_name()
    {
        var text = ContractSamples.Document().ToJsonString();

        Assert.Empty(With("\"x\":\"\\ud800\"").Violations);
        Assert.Empty(With("\"x\":{\"\\udc00\":\"\\udc00\"}").Violations);
        var violation = Assert.Single(With("\"\\ud800\":1").Violations);
        Assert.Equal(("$.source", ContractRules.Text), (violation.Path, violation.Rule));

        ContractReadResult<TicketExportDocument> With(string extra) =>
            TicketExportJson.ReadDocument(Encoding.UTF8.GetBytes(text.Replace("\"source\":{", $"\"source\":{{{extra},", StringComparison.Ordinal)));
    }

    [Fact]
    [Trait("Fault", "F51")]
    public void Every_duplicate_member_is_named_once()
    {
        var text = ContractSamples.Document().ToJsonString()
            .Replace("\"assignee\":null", "\"assignee\":\"a\",\"assignee\":null,\"\\u0061ssignee\":null", StringComparison.Ordinal)
            .Replace("\"record_id\":42", "\"record_id\":42,\"record_id\":43,\"x\":1,\"x\":2", StringComparison.Ordinal);

        var violations = TicketExportJson.ReadDocument(Encoding.UTF8.GetBytes(text)).Violations;

        Assert.Equal(
            [("$.source.record_id", ContractRules.Duplicate), ("$.assignee", ContractRules.Duplicate)],
            violations.Select(static violation => (violation.Path, violation.Rule)));
        Assert.Contains("3 times", violations[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Fault", "F51")]
    public void Duplicate_outside_the_contract_has_no_effect()
    {
        var text = ContractSamples.Document().ToJsonString();

        Assert.True(TicketExportJson.ReadDocument(Encoding.UTF8.GetBytes($"{{\"x\":1,\"x\":2,{text[1..]}")).IsValid);
    }

    [Theory]
    [InlineData(31, null)]
    [InlineData(32, ContractRules.MaxDepth)]
    [InlineData(100_000, ContractRules.MaxDepth)]
    [Trait("Fault", "F50")]
    public void Json_deeper_than_the_limit_is_named(int levels, string? rule)
    {
        var text = $"{{\"x\":{new string('[', levels)}{new string(']', levels)},{ContractSamples.Document().ToJsonString()[1..]}";

        Assert.Equal(rule, TicketExportJson.ReadDocument(Encoding.UTF8.GetBytes(text)).Violations.SingleOrDefault()?.Rule);
    }

    [Fact]
    [Trait("Fault", "F50")]
    public async Task Json_bigger_than_the_limit_is_named_and_its_stream_is_not_read_to_the_end()
    {
        var padded = ContractSamples.Document().ToJsonString();
        var fits = Encoding.UTF8.GetBytes(padded.PadRight(ContractLimits.JsonBytes));
        Assert.True(TicketExportJson.ReadDocument(fits).IsValid);
        Assert.Equal(ContractRules.MaxBytes, Assert.Single(TicketExportJson.ReadDocument([.. fits, (byte)' ']).Violations).Rule);

        using var stream = new MemoryStream(new byte[3 * ContractLimits.JsonBytes]);
        Assert.Equal(ContractRules.MaxBytes, Assert.Single((await TicketExportJson.ReadDocumentAsync(stream)).Violations).Rule);
        Assert.InRange(stream.Position, ContractLimits.JsonBytes, ContractLimits.JsonBytes + 65_536);
    }

    [Fact]
    public async Task Streams_are_read_like_bytes()
    {
        using var document = new MemoryStream(ContractSamples.Bytes(ContractSamples.Document()));
        using var envelope = new MemoryStream(ContractSamples.EnvelopeBytes());

        Assert.True((await TicketExportJson.ReadDocumentAsync(document)).IsValid);
        Assert.True((await TicketExportJson.ReadEnvelopeAsync(envelope)).IsValid);
    }

    [Fact]
    [Trait("Fault", "F50")]
    [Trait("Fault", "F173")]
    public void List_of_a_million_bad_entries_is_one_violation_about_its_length_and_few_about_its_entries()
    {
        var list = string.Join(',', Enumerable.Repeat("1", 1_000_000));
        var text = ContractSamples.Document().ToJsonString().Replace("\"labels\":[", $"\"labels\":[{list},", StringComparison.Ordinal);

        var violations = TicketExportJson.ReadDocument(Encoding.UTF8.GetBytes(text)).Violations;

        Assert.Equal(("$.labels", ContractRules.MaxItems), (violations[0].Path, violations[0].Rule));
        Assert.Equal(1 + ContractLimits.ListCount, violations.Length);
    }

    [Fact]
    public void Document_with_20_faults_names_20_paths()
    {
        var faults = new Dictionary<string, JsonNode?>(StringComparer.Ordinal)
        {
            ["$.contract_version"] = "v2",
            ["$.source.type"] = "Report Issue",
            ["$.source.record_id"] = 1.5,
            ["$.source.title"] = "two\nlines",
            ["$.source.severity"] = "blocker",
            ["$.source.category"] = "",
            ["$.source.status"] = new string('s', 129),
            ["$.source.report_id"] = "a\0b",
            ["$.source.fingerprint"] = 7,
            ["$.source.affected_url"] = "shop.example.test",
            ["$.source.related_issue_ids"] = "none",
            ["$.title"] = new string('t', 1_001),
            ["$.summary"] = null,
            ["$.reproduction_steps[1]"] = false,
            ["$.evidence_links[0].url"] = "https://user:planted@h.example.test",
            ["$.evidence_links[0].expires_at"] = "tomorrow",
            ["$.acceptance_criteria[0].evidence_required"] = "yes",
            ["$.labels"] = new JsonArray([.. Enumerable.Repeat("l", 501).Select(static label => (JsonNode)label)]),
            ["$.priority"] = "now",
            ["$.external_ticket_refs[0].external_id"] = new JsonArray(),
        };
        var document = ContractSamples.FullDocument();
        foreach (var (path, value) in faults)
        {
            JsonPath.Set(document, path, value);
        }

        var violations = TicketExportJson.ReadDocument(ContractSamples.Bytes(document)).Violations;

        Assert.Equal(faults.Keys.Order(StringComparer.Ordinal), violations.Select(static violation => violation.Path).Order(StringComparer.Ordinal));
        Assert.All(violations, static violation => Assert.DoesNotContain("planted", violation.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Random_damage_never_throws()
    {
        var random = new Random(20260131);
        var sample = ContractSamples.Bytes(ContractSamples.FullEnvelope());
        var bad = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var result = TicketExportJson.ReadEnvelope(Damaged(sample, random));
            Assert.Equal(result.IsValid, result.Violations.IsEmpty);
            bad += result.IsValid ? 0 : 1;
        }

        Assert.InRange(bad, 5_000, 19_999);
    }

    private static byte[] Damaged(byte[] sample, Random random)
    {
        string[] splices = ["\\ud800", "\\u0000", "\"", "{", "[", "null", "-0", "1e999", ",", "\\", "\"x\":1,"];
        var bytes = sample.ToList();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 9), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(splices[random.Next(splices.Length)]));
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 60), bytes.Count - at)));
                    break;
            }
        }

        return [.. bytes];
    }

    private static ContractViolation Read(string text) => Assert.Single(TicketExportJson.ReadDocument(Encoding.UTF8.GetBytes(text)).Violations);
}
