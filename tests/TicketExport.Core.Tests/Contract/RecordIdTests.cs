using System.Text;
using System.Text.Json.Nodes;
using TicketExport.Contract;

namespace TicketExport.Core.Tests.Contract;

public sealed class RecordIdTests
{
    [Theory]
    [InlineData("42", "42", "42")]
    [InlineData("\"42\"", "42", "42")]
    [InlineData("\"042\"", "042", "\"042\"")]
    [InlineData("-1", "-1", "-1")]
    [InlineData("\"-1\"", "-1", "-1")]
    [InlineData("-0", "0", "0")]
    [InlineData("\"-0\"", "-0", "\"-0\"")]
    [InlineData("\"1.0\"", "1.0", "\"1.0\"")]
    [InlineData("9223372036854775807", "9223372036854775807", "9223372036854775807")]
    [InlineData("-9223372036854775808", "-9223372036854775808", "-9223372036854775808")]
    [InlineData("\"9223372036854775808\"", "9223372036854775808", "\"9223372036854775808\"")]
    [InlineData("\"SHOP-42\"", "SHOP-42", "\"SHOP-42\"")]
    [Trait("Behaviour", "S292")]
    public void Id_is_read_as_text_and_written_as_a_number_when_it_is_a_canonical_integer(string read, string id, string written)
    {
        var document = ContractSamples.Read(WithRecordId(read));

        Assert.Equal(id, document.Source.RecordId);
        Assert.Equal(id, Assert.Single(document.Source.RelatedIssueIds));
        var json = JsonNode.Parse(TicketExportJson.ToUtf8Bytes(document))!["source"]!;
        Assert.Equal(written, json["record_id"]!.ToJsonString());
        Assert.Equal(written, json["related_issue_ids"]![0]!.ToJsonString());
    }

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[1]")]
    public void Id_of_another_json_type_is_refused(string read)
    {
        var result = TicketExportJson.ReadDocument(ContractSamples.Bytes(WithRecordId(read)));

        Assert.Equal(
            [("$.source.record_id", ContractRules.Type), ("$.source.related_issue_ids[0]", ContractRules.Type)],
            result.Violations.Select(static violation => (violation.Path, violation.Rule)));
    }

    [Theory]
    [InlineData("042")]
    [InlineData("+1")]
    [InlineData("0x2a")]
    public void Number_that_json_does_not_know_is_broken_json(string read)
    {
        var text = ContractSamples.Document().ToJsonString().Replace("\"record_id\":42", $"\"record_id\":{read}", StringComparison.Ordinal);

        var violation = Assert.Single(TicketExportJson.ReadDocument(Encoding.UTF8.GetBytes(text)).Violations);

        Assert.Equal(("$", ContractRules.Json), (violation.Path, violation.Rule));
    }

    private static JsonObject WithRecordId(string json)
    {
        var document = ContractSamples.Document();
        document["source"]!["record_id"] = JsonNode.Parse(json);
        document["source"]!["related_issue_ids"] = new JsonArray(JsonNode.Parse(json));
        return document;
    }
}
