using System.Text;
using System.Text.Json.Nodes;
using TicketExport.Contract;

namespace TicketExport.Core.Tests.Contract;

/// <summary>The sample delivery of the webhook page, and a document in which every member is set.</summary>
internal static class ContractSamples
{
    public static byte[] EnvelopeBytes() => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "TestData", "sample-004.json"));

    public static JsonObject Envelope() => JsonNode.Parse(EnvelopeBytes())!.AsObject();

    public static JsonObject Document() => Envelope()["ticket_export"]!.DeepClone().AsObject();

    /// <summary>The sample with no member null and no list empty, except for the id that its source type forbids.</summary>
    public static JsonObject FullEnvelope()
    {
        var envelope = Envelope();
        envelope["ticket_export"] = FullDocument();
        return envelope;
    }

    public static JsonObject FullDocument()
    {
        var document = Document();
        document["source"]!["related_issue_ids"] = new JsonArray(7, "SHOP-8");
        document["business_impact"] = "Customers leave.";
        document["remediation_snippet"] = "form.reportValidity();";
        document["assignee"] = "web team";
        document["evidence_links"]![0]!["expires_at"] = "2026-01-31T09:30:00Z";
        document["acceptance_criteria"]![0]!["verification_hint"] = "Pay with an expired card.";
        document["acceptance_criteria"]![0]!["source_reference"] = "WCAG 3.3.1";
        document["external_ticket_refs"] = new JsonArray(new JsonObject
        {
            ["provider_key"] = "jira",
            ["external_id"] = 10042,
            ["external_key"] = "SHOP-42",
            ["url"] = "https://jira.example.test/browse/SHOP-42",
        });
        return document;
    }

    public static byte[] Bytes(JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString());

    public static TicketExportDocument Read(JsonNode document)
    {
        var result = TicketExportJson.ReadDocument(Bytes(document));
        Assert.Empty(result.Violations);
        return result.Value!;
    }

    public static WebhookEnvelope ReadEnvelope(JsonNode envelope)
    {
        var result = TicketExportJson.ReadEnvelope(Bytes(envelope));
        Assert.Empty(result.Violations);
        return result.Value!;
    }
}
