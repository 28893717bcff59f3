using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using TicketExport.Contract;

namespace TicketExport.Core.Tests.Contract;

public sealed class TicketExportJsonWritingTests
{
    [Fact]
    [Trait("Behaviour", "S318")]
    [Trait("Behaviour", "S319")]
    public void Sample_of_the_page_round_trips_equal_as_json()
    {
        var envelope = TicketExportJson.ReadEnvelope(ContractSamples.EnvelopeBytes());

        Assert.Empty(envelope.Violations);
        var written = TicketExportJson.ToUtf8Bytes(envelope.Value!);
        Assert.True(JsonNode.DeepEquals(ContractSamples.Envelope(), JsonNode.Parse(written)));
    }

    [Fact]
    public void Members_are_written_in_the_order_of_the_sample()
    {
        using var compact = new MemoryStream();
        using (var writer = new Utf8JsonWriter(compact))
        {
            ContractSamples.FullEnvelope().WriteTo(writer);
        }

        Assert.Equal(compact.ToArray(), TicketExportJson.ToUtf8Bytes(ContractSamples.ReadEnvelope(ContractSamples.FullEnvelope())));
    }

    [Theory]
    [InlineData("$.ticket_export.source.report_id")]
    [InlineData("$.ticket_export.source.issue_id")]
    [InlineData("$.ticket_export.source.fix_task_id")]
    [InlineData("$.ticket_export.source.affected_url")]
    [InlineData("$.ticket_export.business_impact")]
    [InlineData("$.ticket_export.remediation_snippet")]
    [InlineData("$.ticket_export.assignee")]
    [InlineData("$.account.project_id")]
    [Trait("Behaviour", "S319")]
    [Trait("Behaviour", "S288")]
    [Trait("Behaviour", "S297")]
    [Trait("Behaviour", "S301")]
    [Trait("Behaviour", "S305")]
    [Trait("Behaviour", "S308")]
    [Trait("Behaviour", "S312")]
    public void Null_member_is_written_as_null(string path)
    {
        var json = ContractSamples.Envelope();
        json["ticket_export"]!["source"]!["type"] = "host_type";
        JsonPath.Set(json, "$.ticket_export.source.issue_id", null);
        JsonPath.Remove(json, path);

        var written = JsonNode.Parse(TicketExportJson.ToUtf8Bytes(ContractSamples.ReadEnvelope(json)))!.AsObject();

        var (owner, member) = JsonPath.Resolve(written, path);
        Assert.True(owner.AsObject().ContainsKey(member));
        Assert.Null(owner[member]);
    }

    [Fact]
    [Trait("Behaviour", "S302")]
    [Trait("Behaviour", "S306")]
    [Trait("Behaviour", "S307")]
    [Trait("Behaviour", "S309")]
    [Trait("Behaviour", "S310")]
    [Trait("Behaviour", "S313")]
    public void List_that_is_not_set_is_written_as_an_empty_array()
    {
        var source = ContractSamples.Read(ContractSamples.Document()).Source with { RelatedIssueIds = default };
        var document = new TicketExportDocument { Source = source, Title = "T", Summary = "S", Priority = TicketPriority.None };

        var written = JsonNode.Parse(TicketExportJson.ToUtf8Bytes(document))!;

        Assert.Empty(written["source"]!["related_issue_ids"]!.AsArray());
        Assert.All(
            ["reproduction_steps", "evidence_links", "acceptance_criteria", "labels", "external_ticket_refs"],
            name => Assert.Empty(written[name]!.AsArray()));
    }

    [Fact]
    public void Writing_to_a_buffer_gives_the_same_bytes_as_to_an_array()
    {
        ContractGen.Envelope.Sample(
            static envelope =>
            {
                var buffer = new ArrayBufferWriter<byte>();
                TicketExportJson.Write(buffer, envelope);
                Assert.Equal(TicketExportJson.ToUtf8Bytes(envelope), buffer.WrittenMemory.ToArray());

                buffer.Clear();
                TicketExportJson.Write(buffer, envelope.TicketExport);
                Assert.Equal(TicketExportJson.ToUtf8Bytes(envelope.TicketExport), buffer.WrittenMemory.ToArray());
            },
            iter: 50);
    }

    [Fact]
    public void Json_is_ascii_only_so_that_receivers_keep_its_bytes() =>
        ContractGen.Envelope.Sample(
            static envelope => Assert.DoesNotContain(TicketExportJson.ToUtf8Bytes(envelope), static value => value is < 0x20 or > 0x7E),
            iter: 200);

    [Fact]
    [Trait("Behaviour", "S318")]
    public void Any_valid_envelope_is_read_back_as_the_same_json() =>
        ContractGen.Envelope.Sample(
            static envelope =>
            {
                Assert.Empty(WebhookEnvelopeValidator.Validate(envelope));
                var written = TicketExportJson.ToUtf8Bytes(envelope);
                Assert.Equal(written, TicketExportJson.ToUtf8Bytes(ContractSamples.ReadEnvelope(JsonNode.Parse(written)!)));
            },
            iter: 500);

    [Fact]
    public void Any_valid_document_is_read_back_as_the_same_json() =>
        ContractGen.Document.Sample(
            static document =>
            {
                Assert.Empty(TicketExportDocumentValidator.Validate(document));
                var read = TicketExportJson.ReadDocument(TicketExportJson.ToUtf8Bytes(document));
                Assert.Empty(read.Violations);
                Assert.Equal(TicketExportJson.ToUtf8Bytes(document), TicketExportJson.ToUtf8Bytes(read.Value!));
                Assert.Equal(document.Source.RecordId, read.Value!.Source.RecordId);
                Assert.Equal(document.Summary, read.Value.Summary);
            },
            iter: 500);
}
