using System.Text.Json.Nodes;
using TicketExport.Contract;

namespace TicketExport.Core.Tests.Contract;

public sealed class TicketExportJsonReadingTests
{
    [Fact]
    [Trait("Behaviour", "S277")]
    [Trait("Behaviour", "S278")]
    [Trait("Behaviour", "S280")]
    [Trait("Behaviour", "S282")]
    [Trait("Behaviour", "S283")]
    [Trait("Behaviour", "S315")]
    [Trait("Behaviour", "S316")]
    [Trait("Behaviour", "S317")]
    public void Envelope_of_the_sample_is_read()
    {
        var envelope = ContractSamples.ReadEnvelope(ContractSamples.Envelope());

        Assert.Equal(("ticket-export.webhook.v1", "ticket_export.requested"), (envelope.SchemaVersion, envelope.Event));
        Assert.Equal("generic-webhook-fingerprint-123", envelope.IdempotencyKey);
        Assert.Equal(new ReplayProtection { Timestamp = "1766203200", Nonce = "nonce_example_123", SignatureHeader = "X-WebRiskOps-Signature" }, envelope.ReplayProtection);
        Assert.Equal(1, envelope.Attempt);
        Assert.Equal(new EnvelopeTarget { Id = "123", ProviderKey = WebhookProviderKeys.GenericWebhook }, envelope.Target);
        Assert.Equal(new AccountScope { Id = "456", ProjectId = "789" }, envelope.Account);
        Assert.Equal("markdown", envelope.RenderedBody.Format);
        Assert.StartsWith("Summary\nQueued", envelope.RenderedBody.Body, StringComparison.Ordinal);
        Assert.Equal(["summary", "evidence"], envelope.RenderedBody.Sections.AsEnumerable());
    }

    [Fact]
    [Trait("Behaviour", "S290")]
    [Trait("Behaviour", "S306")]
    [Trait("Behaviour", "S307")]
    [Trait("Behaviour", "S309")]
    [Trait("Behaviour", "S314")]
    public void Document_of_the_sample_is_read()
    {
        var document = ContractSamples.Read(ContractSamples.Document());

        Assert.Equal("ticket-export.v1", document.ContractVersion);
        Assert.Equal(["Open checkout.", "Submit with an invalid card."], document.ReproductionSteps.AsEnumerable());
        var evidence = new EvidenceLink { Label = "Issue evidence", Url = "https://app.example.test/evidence/generic-webhook-issue-42", Type = "report", AttachmentAllowed = false };
        Assert.Equal([evidence], document.EvidenceLinks.AsEnumerable());
        Assert.Equal([new AcceptanceCriterion { Description = "Checkout validation remains visible after payment failure.", EvidenceRequired = true }], document.AcceptanceCriteria.AsEnumerable());
        Assert.Equal((TicketSeverity.High, TicketPriority.High, ExportStatus.Draft), (document.Source.Severity, document.Priority, document.ExportStatus));
    }

    public static TheoryData<string> RequiredMembers() =>
    [
        "$.schema_version", "$.event", "$.idempotency_key", "$.replay_protection", "$.attempt", "$.target", "$.account", "$.ticket_export", "$.rendered_body",
        "$.replay_protection.timestamp", "$.replay_protection.nonce", "$.replay_protection.signature_header",
        "$.target.id", "$.target.provider_key", "$.account.id", "$.rendered_body.format", "$.rendered_body.body", "$.rendered_body.sections",
        "$.ticket_export.contract_version", "$.ticket_export.source", "$.ticket_export.title", "$.ticket_export.summary", "$.ticket_export.reproduction_steps",
        "$.ticket_export.evidence_links", "$.ticket_export.acceptance_criteria", "$.ticket_export.labels", "$.ticket_export.priority",
        "$.ticket_export.external_ticket_refs", "$.ticket_export.export_status",
        "$.ticket_export.source.type", "$.ticket_export.source.record_id", "$.ticket_export.source.title", "$.ticket_export.source.severity", "$.ticket_export.source.category",
        "$.ticket_export.source.status", "$.ticket_export.source.issue_id", "$.ticket_export.source.fingerprint", "$.ticket_export.source.related_issue_ids",
        "$.ticket_export.evidence_links[0].label", "$.ticket_export.evidence_links[0].url", "$.ticket_export.evidence_links[0].type", "$.ticket_export.evidence_links[0].attachment_allowed",
        "$.ticket_export.acceptance_criteria[0].description", "$.ticket_export.acceptance_criteria[0].evidence_required",
        "$.ticket_export.external_ticket_refs[0].provider_key", "$.ticket_export.external_ticket_refs[0].external_id",
    ];

    [Theory]
    [MemberData(nameof(RequiredMembers))]
    [Trait("Behaviour", "S277")]
    [Trait("Behaviour", "S278")]
    [Trait("Behaviour", "S279")]
    [Trait("Behaviour", "S280")]
    [Trait("Behaviour", "S281")]
    [Trait("Behaviour", "S282")]
    [Trait("Behaviour", "S285")]
    [Trait("Behaviour", "S286")]
    [Trait("Behaviour", "S287")]
    [Trait("Behaviour", "S290")]
    [Trait("Behaviour", "S291")]
    [Trait("Behaviour", "S292")]
    [Trait("Behaviour", "S293")]
    [Trait("Behaviour", "S294")]
    [Trait("Behaviour", "S295")]
    [Trait("Behaviour", "S296")]
    [Trait("Behaviour", "S298")]
    [Trait("Behaviour", "S300")]
    [Trait("Behaviour", "S302")]
    [Trait("Behaviour", "S303")]
    [Trait("Behaviour", "S304")]
    [Trait("Behaviour", "S306")]
    [Trait("Behaviour", "S307")]
    [Trait("Behaviour", "S309")]
    [Trait("Behaviour", "S310")]
    [Trait("Behaviour", "S311")]
    [Trait("Behaviour", "S313")]
    [Trait("Behaviour", "S314")]
    [Trait("Behaviour", "S315")]
    [Trait("Behaviour", "S316")]
    [Trait("Behaviour", "S317")]
    public void Missing_or_null_member_that_must_be_there_is_named(string path)
    {
        AssertViolation(path, ContractRules.Required, json => JsonPath.Remove(json, path));
        AssertViolation(path, ContractRules.Required, json => JsonPath.Set(json, path, null));
    }

    public static TheoryData<string> NullableMembers() =>
    [
        "$.account.project_id", "$.ticket_export.source.report_id", "$.ticket_export.source.fix_task_id", "$.ticket_export.source.affected_url", "$.ticket_export.business_impact",
        "$.ticket_export.remediation_snippet", "$.ticket_export.assignee", "$.ticket_export.evidence_links[0].expires_at", "$.ticket_export.acceptance_criteria[0].verification_hint",
        "$.ticket_export.acceptance_criteria[0].source_reference", "$.ticket_export.external_ticket_refs[0].external_key", "$.ticket_export.external_ticket_refs[0].url",
    ];

    [Theory]
    [MemberData(nameof(NullableMembers))]
    [Trait("Behaviour", "S288")]
    [Trait("Behaviour", "S297")]
    [Trait("Behaviour", "S301")]
    [Trait("Behaviour", "S305")]
    [Trait("Behaviour", "S308")]
    [Trait("Behaviour", "S312")]
    public void Missing_nullable_member_is_read_as_null(string path)
    {
        var missing = ContractSamples.FullEnvelope();
        JsonPath.Remove(missing, path);
        var isNull = ContractSamples.FullEnvelope();
        JsonPath.Set(isNull, path, null);

        Assert.Equal(
            TicketExportJson.ToUtf8Bytes(ContractSamples.ReadEnvelope(isNull)),
            TicketExportJson.ToUtf8Bytes(ContractSamples.ReadEnvelope(missing)));
    }

    [Theory]
    [InlineData("$.schema_version", "\"ticket-export.webhook.v2\"", ContractRules.Version, "ticket-export.webhook.v1")]
    [InlineData("$.event", "\"ticket_export.closed\"", ContractRules.OneOf, "ticket_export.requested")]
    [InlineData("$.idempotency_key", "\"\"", ContractRules.Required, "256")]
    [InlineData("$.idempotency_key", "\"a\\r\\nX-Injected: b\"", ContractRules.Pattern, "visible ASCII")]
    [InlineData("$.replay_protection.timestamp", "\"-1\"", ContractRules.Pattern, "digits")]
    [InlineData("$.replay_protection.timestamp", "1766203200", ContractRules.Type, "string")]
    [InlineData("$.replay_protection.nonce", "\"a.b\"", ContractRules.Pattern, "full stop")]
    [InlineData("$.replay_protection.signature_header", "\"X Signature\"", ContractRules.Pattern, "header name")]
    [InlineData("$.attempt", "0", ContractRules.Range, "from 1")]
    [InlineData("$.attempt", "1.0", ContractRules.Range, "without fraction")]
    [InlineData("$.attempt", "\"1\"", ContractRules.Type, "integer")]
    [InlineData("$.target.provider_key", "\"jira\"", ContractRules.OneOf, "generic_webhook, webhook, zapier_webhook, make_webhook, n8n_webhook")]
    [InlineData("$.ticket_export.contract_version", "\"ticket-export.v2\"", ContractRules.Version, "ticket-export.v1")]
    [InlineData("$.ticket_export.source.type", "\"Report-Issue\"", ContractRules.Pattern, "lower-case")]
    [InlineData("$.ticket_export.source.severity", "\"blocker\"", ContractRules.OneOf, "critical, high, medium, low, info")]
    [InlineData("$.ticket_export.source.severity", "\"Unknown\"", ContractRules.OneOf, "critical")]
    [InlineData("$.ticket_export.source.severity", "2", ContractRules.Type, "string")]
    [InlineData("$.ticket_export.source.fix_task_id", "7", ContractRules.Conflict, "fix_task")]
    [InlineData("$.ticket_export.priority", "\"HIGH\"", ContractRules.OneOf, "urgent, high, medium, low, none")]
    [InlineData("$.ticket_export.export_status", "\"done\"", ContractRules.OneOf, "delivery_unknown")]
    [InlineData("$.ticket_export.title", "\"a\\nb\"", ContractRules.Text, "one line")]
    [InlineData("$.ticket_export.title", "\"\\ud800\"", ContractRules.Text, "surrogate")]
    [InlineData("$.ticket_export.summary", "\"a\\u0000b\"", ContractRules.Text, "NUL")]
    [InlineData("$.ticket_export.evidence_links[0].url", "\"javascript:alert(1)\"", ContractRules.Url, "http")]
    [InlineData("$.ticket_export.evidence_links[0].url", "\"https://h.example.test:99999/\"", ContractRules.Url, "http")]
    [InlineData("$.ticket_export.evidence_links[0].attachment_allowed", "\"false\"", ContractRules.Type, "true or false")]
    [InlineData("$.ticket_export.evidence_links[0].expires_at", "\"2026-01-31T09:30:00\"", ContractRules.Pattern, "offset")]
    [InlineData("$.ticket_export.evidence_links[0].expires_at", "\"2026-02-30T09:30:00Z\"", ContractRules.Pattern, "RFC 3339")]
    [InlineData("$.ticket_export.evidence_links[0]", "null", ContractRules.Required, "null")]
    [InlineData("$.ticket_export.labels", "\"a\"", ContractRules.Type, "array")]
    [InlineData("$.ticket_export.labels[0]", "7", ContractRules.Type, "string")]
    [InlineData("$.ticket_export.source", "[]", ContractRules.Type, "object")]
    [Trait("Behaviour", "S277")]
    [Trait("Behaviour", "S278")]
    [Trait("Behaviour", "S279")]
    [Trait("Behaviour", "S280")]
    [Trait("Behaviour", "S281")]
    [Trait("Behaviour", "S283")]
    [Trait("Behaviour", "S286")]
    [Trait("Behaviour", "S290")]
    [Trait("Behaviour", "S299")]
    [Trait("Fault", "F164")]
    [Trait("Fault", "F175")]
    public void Bad_value_is_named_with_its_rule_and_what_is_allowed(string path, string value, string rule, string hint)
    {
        var text = ContractSamples.FullEnvelope();
        JsonPath.Set(text, path, "@@");
        var bytes = System.Text.Encoding.UTF8.GetBytes(text.ToJsonString().Replace("\"@@\"", value, StringComparison.Ordinal));

        var violation = Assert.Single(TicketExportJson.ReadEnvelope(bytes).Violations);

        Assert.Equal((path, rule), (violation.Path, violation.Rule));
        Assert.Contains(hint, violation.Message, StringComparison.Ordinal);
        Assert.Equal($"{path}: {violation.Message}", violation.ToString());
    }

    [Fact]
    public void Members_outside_the_contract_are_ignored_and_not_written_again()
    {
        var envelope = ContractSamples.FullEnvelope();
        foreach (var owner in JsonPath.All(envelope).Select(path => Node(envelope, path)).OfType<JsonObject>().Append(envelope).ToList())
        {
            owner["x_new"] = new JsonObject { ["deep"] = new JsonArray(1.5, null, "\u0000") };
        }

        var read = ContractSamples.ReadEnvelope(envelope);

        Assert.Equal(TicketExportJson.ToUtf8Bytes(ContractSamples.ReadEnvelope(ContractSamples.FullEnvelope())), TicketExportJson.ToUtf8Bytes(read));
    }

    [Fact]
    [Trait("Behaviour", "S289")]
    public void Account_secret_has_no_place_in_the_body()
    {
        var envelope = ContractSamples.Envelope();
        envelope["account"]!["signing_secret"] = "planted";
        envelope["target"]!["secret"] = "planted";

        var written = System.Text.Encoding.UTF8.GetString(TicketExportJson.ToUtf8Bytes(ContractSamples.ReadEnvelope(envelope)));

        Assert.DoesNotContain("planted", written, StringComparison.Ordinal);
        Assert.Equal(["id", "project_id"], JsonNode.Parse(written)!["account"]!.AsObject().Select(static member => member.Key));
        Assert.Equal(["id", "provider_key"], JsonNode.Parse(written)!["target"]!.AsObject().Select(static member => member.Key));
    }

    [Fact]
    [Trait("Behaviour", "S281")]
    [Trait("Behaviour", "S284")]
    public void Next_delivery_changes_the_attempt_and_the_signature_inputs_only()
    {
        var first = ContractSamples.ReadEnvelope(ContractSamples.Envelope());
        var second = first with { Attempt = first.Attempt + 1, ReplayProtection = first.ReplayProtection with { Nonce = "nonce_2", Timestamp = "1766203260" } };

        var read = TicketExportJson.ReadEnvelope(TicketExportJson.ToUtf8Bytes(second)).Value!;

        Assert.Equal((2, "nonce_2", "1766203260"), (read.Attempt, read.ReplayProtection.Nonce, read.ReplayProtection.Timestamp));
        var unchanged = read with { Attempt = first.Attempt, ReplayProtection = first.ReplayProtection };
        Assert.Equal(TicketExportJson.ToUtf8Bytes(first), TicketExportJson.ToUtf8Bytes(unchanged));
    }

    private static JsonNode? Node(JsonNode root, string path)
    {
        var (owner, member) = JsonPath.Resolve(root, path);
        return owner is JsonArray array ? array[int.Parse(member, null)] : owner[member];
    }

    private static void AssertViolation(string path, string rule, Action<JsonNode> change)
    {
        var json = ContractSamples.FullEnvelope();
        change(json);

        var violation = Assert.Single(TicketExportJson.ReadEnvelope(ContractSamples.Bytes(json)).Violations);

        Assert.Equal((path, rule), (violation.Path, violation.Rule));
    }
}
