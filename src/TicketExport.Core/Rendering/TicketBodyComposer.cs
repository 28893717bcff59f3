using System.Collections.Immutable;
using System.Globalization;
using TicketExport.Contract;

namespace TicketExport.Rendering;

/// <summary>Builds the body of a ticket from its document.</summary>
public static class TicketBodyComposer
{
    /// <summary>Composes the sections of <see cref="SectionNames"/> in their order; a section without content is left out.</summary>
    /// <param name="document">The document.</param>
    /// <param name="now">The instant that decides which evidence links have expired; those are left out with a note.</param>
    /// <remarks>Equal arguments give an equal body. Blank lines in a text separate paragraphs, single line breaks stay.</remarks>
    public static TicketBody Compose(TicketExportDocument document, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(document);
        ReadOnlySpan<BodySection> sections =
        [
            new(SectionNames.Summary, "Summary", PlainText.Paragraphs(document.Summary)),
            new(SectionNames.Details, "Details", DetailBlocks(document)),
            new(SectionNames.BusinessImpact, "Business impact", PlainText.Paragraphs(document.BusinessImpact)),
            new(SectionNames.ReproductionSteps, "Steps to reproduce", ListOf(ListStyle.Numbers, document.ReproductionSteps.Select(PlainText.Lines))),
            new(SectionNames.Evidence, "Evidence", EvidenceBlocks(document.EvidenceLinks, now)),
            new(SectionNames.Remediation, "Remediation", CodeBlocks(document.RemediationSnippet)),
            new(SectionNames.AcceptanceCriteria, "Acceptance criteria", ListOf(ListStyle.Tasks, document.AcceptanceCriteria.Select(Criterion))),
            new(SectionNames.Source, "Source", SourceBlocks(document)),
        ];
        var filled = ImmutableArray.CreateBuilder<BodySection>(sections.Length);
        foreach (var section in sections)
        {
            if (!section.Blocks.IsEmpty)
            {
                filled.Add(section);
            }
        }

        return new(filled.DrainToImmutable());
    }

    private static ImmutableArray<Block> DetailBlocks(TicketExportDocument document)
    {
        var facts = new FactList();
        facts.AddText("Severity", Word(document.Source.Severity));
        facts.AddText("Priority", Word(document.Priority));
        facts.AddText("Category", document.Source.Category);
        facts.AddCode("Affected URL", document.Source.AffectedUrl);
        facts.AddText("Assignee", document.Assignee);
        facts.AddCode("Labels", document.Labels);
        facts.AddCode("Related issues", document.Source.RelatedIssueIds);
        return facts.ToBlocks();
    }

    private static ImmutableArray<Block> SourceBlocks(TicketExportDocument document)
    {
        var source = document.Source;
        var facts = new FactList();
        facts.AddCode("Type", source.Type);
        facts.AddCode("Record", source.RecordId);
        facts.AddText("Title", string.Equals(source.Title, document.Title, StringComparison.Ordinal) ? null : source.Title);
        facts.AddText("Status", source.Status);
        facts.AddCode("Report", source.ReportId);
        facts.AddCode("Fingerprint", source.Fingerprint);
        foreach (var ticket in document.ExternalTicketRefs)
        {
            facts.AddTicket("Existing ticket", ticket);
        }

        return facts.ToBlocks();
    }

    private static ImmutableArray<Block> EvidenceBlocks(ImmutableArray<EvidenceLink> links, DateTimeOffset now)
    {
        var live = links.Where(link => !IsExpired(link, now)).ToList();
        var blocks = ListOf(ListStyle.Bullets, live.Select(Evidence));
        var expired = links.Length - live.Count;
        return expired == 0 ? blocks : blocks.Add(new Block.Paragraph([new Inline.Text(ExpiredNote(expired))]));
    }

    private static bool IsExpired(EvidenceLink link, DateTimeOffset now) => link.ExpiresAt is { } end && end <= now;

    private static string ExpiredNote(int count) => count == 1
        ? "1 link had expired and is left out."
        : string.Create(CultureInfo.InvariantCulture, $"{count} links had expired and are left out.");

    private static ImmutableArray<Inline> Evidence(EvidenceLink link)
    {
        var type = TextSanitizer.CleanLine(link.Type);
        var end = link.ExpiresAt is { } instant
            ? instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)
            : "";
        var note = (type, end) switch
        {
            ("", "") => "",
            (_, "") => $" ({type})",
            ("", _) => $" (until {end})",
            _ => $" ({type}, until {end})",
        };
        return [new Inline.Link(link.Label, link.Url), new Inline.Text(note)];
    }

    private static ImmutableArray<Inline> Criterion(AcceptanceCriterion criterion)
    {
        var content = PlainText.Lines(criterion.Description);
        if (content.IsEmpty)
        {
            return content;
        }

        content = AddLine(content, "How to verify: ", criterion.VerificationHint);
        content = AddLine(content, "Reference: ", criterion.SourceReference);
        return criterion.EvidenceRequired ? [.. content, new Inline.LineBreak(), new Inline.Text("Evidence required.")] : content;
    }

    private static ImmutableArray<Inline> AddLine(ImmutableArray<Inline> content, string name, string? value)
    {
        var lines = PlainText.Lines(value);
        return lines.IsEmpty ? content : [.. content, new Inline.LineBreak(), new Inline.Text(name), .. lines];
    }

    private static ImmutableArray<Block> ListOf(ListStyle style, IEnumerable<ImmutableArray<Inline>> contents)
    {
        ImmutableArray<ListItem> items = [.. contents.Where(content => !content.IsEmpty).Select(content => new ListItem(content))];
        return items.IsEmpty ? [] : [new Block.ItemList(style, items)];
    }

    private static ImmutableArray<Block> CodeBlocks(string? snippet)
    {
        var text = TextSanitizer.Clean(snippet);
        return string.IsNullOrWhiteSpace(text) ? [] : [new Block.Code(text)];
    }

    private static string Word(TicketSeverity severity) => severity switch
    {
        TicketSeverity.Critical => "critical",
        TicketSeverity.High => "high",
        TicketSeverity.Medium => "medium",
        TicketSeverity.Low => "low",
        TicketSeverity.Info => "info",
        _ => "unknown",
    };

    private static string Word(TicketPriority priority) => priority switch
    {
        TicketPriority.Urgent => "urgent",
        TicketPriority.High => "high",
        TicketPriority.Medium => "medium",
        TicketPriority.Low => "low",
        TicketPriority.None => "none",
        _ => "unknown",
    };
}
