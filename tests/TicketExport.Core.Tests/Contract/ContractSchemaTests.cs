using System.Text.Json.Nodes;
using CsCheck;
using NJsonSchema;
using TicketExport.Contract;

namespace TicketExport.Core.Tests.Contract;

public sealed class ContractSchemaTests
{
    private const string FixTaskId = "fix_task_id";

    [Fact]
    public async Task Sample_of_the_page_keeps_both_schemas()
    {
        Assert.Empty((await EnvelopeSchemaAsync()).Validate(ContractSamples.Envelope().ToJsonString()));
        Assert.Empty((await DocumentSchemaAsync()).Validate(ContractSamples.Document().ToJsonString()));
        Assert.Empty((await EnvelopeSchemaAsync()).Validate(ContractSamples.FullEnvelope().ToJsonString()));
    }

    [Fact]
    public async Task Everything_written_keeps_the_schema()
    {
        var schema = await EnvelopeSchemaAsync();
        ContractGen.Envelope.Sample(
            envelope => Assert.Empty(schema.Validate(System.Text.Encoding.UTF8.GetString(TicketExportJson.ToUtf8Bytes(envelope)))),
            iter: 100,
            threads: 1);
    }

    [Fact]
    public async Task Document_schema_and_reader_agree_on_every_mutation_of_every_member()
    {
        var schema = await DocumentSchemaAsync();
        AssertAgreement(JsonMutations.Of(ContractSamples.FullDocument()), schema, static bytes => TicketExportJson.ReadDocument(bytes).IsValid);
    }

    [Fact]
    public async Task Envelope_schema_and_reader_agree_on_every_mutation_of_every_member()
    {
        // The document's own members are covered by the test above: its schema is the same text in both files.
        var schema = await EnvelopeSchemaAsync();
        AssertAgreement(JsonMutations.Of(ContractSamples.FullEnvelope(), except: "$.ticket_export."), schema, static bytes => TicketExportJson.ReadEnvelope(bytes).IsValid);
    }

    [Theory]
    [InlineData("report_issue", true, false, true)]
    [InlineData("report_issue", false, false, false)]
    [InlineData("report_issue", true, true, false)]
    [InlineData("fix_task", false, true, true)]
    [InlineData("fix_task", false, false, false)]
    [InlineData("fix_task", true, true, false)]
    [InlineData("evidence_request", false, false, true)]
    [InlineData("evidence_request", true, false, false)]
    [InlineData("host_type", false, false, true)]
    [InlineData("host_type", false, true, false)]
    [Trait("Behaviour", "S298")]
    [Trait("Behaviour", "S299")]
    public async Task Schema_knows_which_id_a_source_type_asks_for(string type, bool issue, bool fixTask, bool valid)
    {
        var document = ContractSamples.Document();
        document["source"]!["type"] = type;
        document["source"]!["issue_id"] = issue ? 42 : null;
        document["source"]![FixTaskId] = fixTask ? 7 : null;

        Assert.Equal(valid, (await DocumentSchemaAsync()).Validate(document.ToJsonString()).Count == 0);
        Assert.Equal(valid, TicketExportJson.ReadDocument(ContractSamples.Bytes(document)).IsValid);
    }

    [Fact]
    public void Envelope_schema_repeats_the_document_schema_unchanged()
    {
        var document = Parse(TicketExportSchemas.OpenDocument());
        var definitions = Parse(TicketExportSchemas.OpenEnvelope())["definitions"]!.AsObject();

        Assert.Equal(TicketExportSchemas.DocumentId, (string?)document["$id"]);
        Assert.All(document["definitions"]!.AsObject(), pair => Assert.True(JsonNode.DeepEquals(pair.Value, definitions[pair.Key]), pair.Key));
        foreach (var name in new[] { "$schema", "$id", "title", "definitions" })
        {
            document.Remove(name);
        }

        Assert.True(JsonNode.DeepEquals(document, definitions["ticket_export"]));
    }

    private static void AssertAgreement(IEnumerable<(string Name, JsonNode Json)> mutations, JsonSchema schema, Func<byte[], bool> isValid)
    {
        var disagreements = new List<string>();
        var verdicts = new Dictionary<bool, int> { [true] = 0, [false] = 0 };
        foreach (var (name, json) in mutations)
        {
            var valid = isValid(ContractSamples.Bytes(json));
            verdicts[valid]++;
            var errors = schema.Validate(json.ToJsonString());
            if (valid != (errors.Count == 0))
            {
                disagreements.Add($"{name}: reader says {valid}, schema says {string.Join("; ", errors.Select(static error => $"{error.Path} {error.Kind}"))}");
            }
        }

        Assert.True(disagreements.Count == 0, string.Join('\n', disagreements.Take(40)));
        Assert.True(verdicts[true] > 300 && verdicts[false] > 1_000, $"{verdicts[true]} valid, {verdicts[false]} invalid");
    }

    private static Task<JsonSchema> DocumentSchemaAsync() => JsonSchema.FromJsonAsync(Parse(TicketExportSchemas.OpenDocument()).ToJsonString());

    private static Task<JsonSchema> EnvelopeSchemaAsync() => JsonSchema.FromJsonAsync(Parse(TicketExportSchemas.OpenEnvelope()).ToJsonString());

    private static JsonObject Parse(Stream stream)
    {
        using (stream)
        {
            return JsonNode.Parse(stream)!.AsObject();
        }
    }
}
