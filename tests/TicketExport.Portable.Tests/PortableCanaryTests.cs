using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Contract;
using TicketExport.Redaction;

namespace TicketExport.Portable;

/// <summary>A secret in every field of the document, one after the other, on its way into every kind of file.</summary>
public sealed class PortableCanaryTests
{
    private const string Private = "/home/deploy/artifacts/run-7/session.har";

    // Made at run time, so that no scanner of repositories takes the tests for a leak.
    private static readonly string Token = string.Concat("gh", "p_", "q7Wm2Zr9Lk4Xt1Bv8Ny5Hs3Gd6Jf0PcAeRuT");

    private static readonly PortableFormat[] Formats = [PortableFormat.Csv, PortableFormat.Markdown, PortableFormat.Json, PortableFormat.JsonLines];

    private static readonly Dictionary<string, Func<TicketExportDocument, string, TicketExportDocument>> Fields = new()
    {
        ["$.source.type"] = static (d, s) => d with { Source = d.Source with { Type = s } },
        ["$.source.record_id"] = static (d, s) => d with { Source = d.Source with { RecordId = s } },
        ["$.source.title"] = static (d, s) => d with { Source = d.Source with { Title = s } },
        ["$.source.category"] = static (d, s) => d with { Source = d.Source with { Category = s } },
        ["$.source.status"] = static (d, s) => d with { Source = d.Source with { Status = s } },
        ["$.source.report_id"] = static (d, s) => d with { Source = d.Source with { ReportId = s } },
        ["$.source.issue_id"] = static (d, s) => d with { Source = d.Source with { IssueId = s } },
        ["$.source.fix_task_id"] = static (d, s) => d with { Source = d.Source with { FixTaskId = s } },
        ["$.source.fingerprint"] = static (d, s) => d with { Source = d.Source with { Fingerprint = s } },
        ["$.source.affected_url"] = static (d, s) => d with { Source = d.Source with { AffectedUrl = s } },
        ["$.source.related_issue_ids[0]"] = static (d, s) => d with { Source = d.Source with { RelatedIssueIds = [s] } },
        ["$.title"] = static (d, s) => d with { Title = s },
        ["$.summary"] = static (d, s) => d with { Summary = s },
        ["$.business_impact"] = static (d, s) => d with { BusinessImpact = s },
        ["$.reproduction_steps[0]"] = static (d, s) => d with { ReproductionSteps = [s] },
        ["$.evidence_links[0].label"] = static (d, s) => d with { EvidenceLinks = [d.EvidenceLinks[0] with { Label = s }] },
        ["$.evidence_links[0].url"] = static (d, s) => d with { EvidenceLinks = [d.EvidenceLinks[0] with { Url = s }] },
        ["$.evidence_links[0].type"] = static (d, s) => d with { EvidenceLinks = [d.EvidenceLinks[0] with { Type = s }] },
        ["$.remediation_snippet"] = static (d, s) => d with { RemediationSnippet = s },
        ["$.acceptance_criteria[0].description"] = static (d, s) => d with { AcceptanceCriteria = [d.AcceptanceCriteria[0] with { Description = s }] },
        ["$.acceptance_criteria[0].verification_hint"] = static (d, s) => d with { AcceptanceCriteria = [d.AcceptanceCriteria[0] with { VerificationHint = s }] },
        ["$.acceptance_criteria[0].source_reference"] = static (d, s) => d with { AcceptanceCriteria = [d.AcceptanceCriteria[0] with { SourceReference = s }] },
        ["$.labels[0]"] = static (d, s) => d with { Labels = [s] },
        ["$.assignee"] = static (d, s) => d with { Assignee = s },
        ["$.external_ticket_refs[0].provider_key"] = static (d, s) => d with { ExternalTicketRefs = [d.ExternalTicketRefs[0] with { ProviderKey = s }] },
        ["$.external_ticket_refs[0].external_id"] = static (d, s) => d with { ExternalTicketRefs = [d.ExternalTicketRefs[0] with { ExternalId = s }] },
        ["$.external_ticket_refs[0].external_key"] = static (d, s) => d with { ExternalTicketRefs = [d.ExternalTicketRefs[0] with { ExternalKey = s }] },
        ["$.external_ticket_refs[0].url"] = static (d, s) => d with { ExternalTicketRefs = [d.ExternalTicketRefs[0] with { Url = s }] },
    };

    public static TheoryData<string> Paths => [.. Fields.Keys];

    [Fact]
    public void No_text_of_the_document_is_left_out()
    {
        // The words of fixed lists, instants and the version hold no text of the host's.
        string[] fixedWords = ["$.contract_version", "$.source.severity", "$.priority", "$.export_status", "$.evidence_links[0].expires_at"];
        var document = Fields.Aggregate(PortableTickets.One().Document, static (document, field) => field.Value(document, "x"));
        var written = Leaves(JsonNode.Parse(TicketExportJson.ToUtf8Bytes(document))!, "$").ToHashSet();

        Assert.Equal(Fields.Keys.Order(), written.Except(fixedWords).Where(static path => !path.EndsWith("attachment_allowed", StringComparison.Ordinal) && !path.EndsWith("evidence_required", StringComparison.Ordinal)).Order());
    }

    [Theory]
    [MemberData(nameof(Paths))]
    [Trait("Behaviour", "S168")]
    [Trait("Behaviour", "S169")]
    [Trait("Behaviour", "S170")]
    [Trait("Behaviour", "S171")]
    [Trait("Fault", "F193")]
    [Trait("Fault", "F195")]
    public async Task A_secret_in_any_field_blocks_every_file_and_names_field_and_rule(string path)
    {
        using var fixture = new PortableFixture(add: static services =>
            services.Configure<TicketExportOptions>(static options => options.Redaction.EnabledRules.Add(RedactionRules.EmailAddress)));
        (string Text, string Rule)[] canaries = [(Token, RedactionRules.GitHubToken), (Private, RedactionRules.PrivatePath), ("ana.perez@customer.test", RedactionRules.EmailAddress)];

        foreach (var format in Formats)
        {
            foreach (var (text, rule) in canaries)
            {
                var error = await Assert.ThrowsAsync<TicketExportException>(() => fixture.Exporter.WriteFileAsync(format, "findings", PortableTickets.Stream(With(path, text))));

                Assert.Equal(ExportCodes.UnsafeContent, error.Code);
                Assert.Contains($"{path} ({rule})", error.Message, StringComparison.Ordinal);
                Assert.DoesNotContain(text, error.ToString(), StringComparison.Ordinal);
            }
        }

        Assert.Empty(fixture.Files);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    [Trait("Behaviour", "S169")]
    public async Task Where_masking_is_chosen_a_secret_is_masked_in_every_file_or_stops_it(string path)
    {
        using var fixture = new PortableFixture(redaction: RedactionMode.Mask);

        foreach (var format in Formats)
        {
            try
            {
                var text = await fixture.TextAsync(format, With(path, Token));
                Assert.DoesNotContain(Token, text, StringComparison.Ordinal);
                Assert.Contains("redacted:github", text, StringComparison.Ordinal);
            }
            catch (TicketExportException error)
            {
                Assert.Contains($"{path} ({RedactionRules.GitHubToken})", error.Message, StringComparison.Ordinal);
                Assert.DoesNotContain(Token, error.Message, StringComparison.Ordinal);
            }
        }
    }

    private static PortableTicket With(string path, string text)
    {
        var ticket = PortableTickets.One();
        return ticket with { Document = Fields[path](ticket.Document, text) };
    }

    private static IEnumerable<string> Leaves(JsonNode node, string path) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Value is null ? [$"{path}.{member.Key}"] : Leaves(member.Value, $"{path}.{member.Key}")),
        JsonArray items => items.SelectMany((item, index) => Leaves(item!, $"{path}[{index}]")),
        _ => [path],
    };
}
