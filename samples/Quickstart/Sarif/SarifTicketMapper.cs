using System.Collections.Immutable;
using TicketExport.Contract;
using TicketExport.Samples.Quickstart.Sarif.Internal;

namespace TicketExport.Samples.Quickstart.Sarif;

/// <summary>Turns findings of a SARIF file into ticket export documents. Pure: equal findings give equal documents.</summary>
public static class SarifTicketMapper
{
    private const int RecordIdLength = 16;
    private const int TitlePartLength = 160;
    private const int LabelCount = 10;
    private const int LabelLength = 50;
    private const int SnippetLength = 2_000;

    /// <summary>Maps all findings of a file.</summary>
    public static ImmutableArray<TicketExportDocument> Map(SarifReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [.. report.Findings.Select(Map)];
    }

    /// <summary>Maps one finding.</summary>
    public static TicketExportDocument Map(SarifFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var severity = SarifSeverity.Of(finding);
        return new()
        {
            Source = Source(finding, severity),
            Title = Title(finding),
            Summary = Summary(finding),
            ReproductionSteps = Steps(finding),
            EvidenceLinks = Links(finding),
            AcceptanceCriteria = [Criterion(finding)],
            Labels = Labels(finding),
            Priority = SarifSeverity.Priority(severity),
        };
    }

    private static TicketSource Source(SarifFinding finding, TicketSeverity severity)
    {
        var recordId = finding.Fingerprint[..RecordIdLength];
        return new()
        {
            Type = SourceTypes.ReportIssue,
            RecordId = recordId,
            IssueId = recordId,
            ReportId = ContractText.Line(finding.RunId, ContractLimits.IdLength),
            Title = ContractText.Line(finding.Message, ContractLimits.TitleLength),
            Severity = severity,
            Category = ContractText.Line(finding.Rule.Category ?? FirstTopic(finding) ?? finding.Tool, ContractLimits.NameLength),
            Status = "open",
            Fingerprint = finding.Fingerprint,
            AffectedUrl = WebAddress(finding.Place.Path, allowHttp: true),
        };
    }

    private static string Title(SarifFinding finding)
    {
        var rule = ContractText.Line(finding.Rule.Title, TitlePartLength).TrimEnd('.');
        rule = rule.Length == 0 ? finding.Rule.Id : rule;
        var place = finding.Place.ShownPath ?? finding.Place.Element;
        return ContractText.Line(place is null ? rule : $"{rule} in {place}", ContractLimits.TitleLength);
    }

    private static string Summary(SarifFinding finding)
    {
        var rule = finding.Rule;
        var about = string.Equals(rule.Id, rule.Title, StringComparison.Ordinal) ? rule.Id : $"{rule.Id}: {rule.Title}";
        List<string> paragraphs = [finding.Message, $"Location: {finding.Place.Words}", $"Rule {about}"];
        if (rule.Description is { } description)
        {
            paragraphs.Add(description);
        }

        return ContractText.Block(string.Join("\n\n", paragraphs), ContractLimits.TextLength);
    }

    private static ImmutableArray<string> Steps(SarifFinding finding)
    {
        var steps = ImmutableArray.CreateBuilder<string>();
        steps.Add(ContractText.Line($"Open {finding.Place.Words}.", ContractLimits.LineLength));
        if (finding.Place.Snippet is { } snippet)
        {
            steps.Add(ContractText.Block($"Look at this code:\n{ContractText.Block(snippet, SnippetLength)}", ContractLimits.LineLength));
        }

        steps.Add(ContractText.Line($"Run {ToolWords(finding)} over it: rule {finding.Rule.Id} reports it.", ContractLimits.LineLength));
        return steps.DrainToImmutable();
    }

    private static ImmutableArray<EvidenceLink> Links(SarifFinding finding)
    {
        var links = ImmutableArray.CreateBuilder<EvidenceLink>();
        Add($"Documentation of rule {finding.Rule.Id}", finding.Rule.HelpUri, "documentation");
        Add($"Source: {finding.Place.Words}", finding.Place.SourceLink, "source");
        Add($"Result in {finding.Tool}", finding.ViewerLink, "report");
        return links.DrainToImmutable();

        void Add(string label, string? address, string type)
        {
            if (WebAddress(address, allowHttp: false) is { } url)
            {
                links.Add(new()
                {
                    Label = ContractText.Line(label, ContractLimits.LabelLength),
                    Url = url,
                    Type = type,
                    AttachmentAllowed = false,
                });
            }
        }
    }

    private static AcceptanceCriterion Criterion(SarifFinding finding) => new()
    {
        Description = ContractText.Line(
            $"{finding.Tool} no longer reports {finding.Rule.Id} in {finding.Place.ShownPath ?? finding.Place.Element ?? "the scanned code"}.",
            ContractLimits.LineLength),
        EvidenceRequired = true,
        VerificationHint = ContractText.Line($"Run {ToolWords(finding)} with rule {finding.Rule.Id} on.", ContractLimits.LineLength),
        SourceReference = ContractText.Line(finding.Rule.Id, ContractLimits.IdLength),
    };

    private static ImmutableArray<string> Labels(SarifFinding finding) =>
    [
        .. finding.Rule.Tags
            .Prepend(finding.Tool)
            .Select(tag => ContractText.Line(Topic(tag), LabelLength).ToLowerInvariant().Replace(' ', '-'))
            .Where(label => label.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Take(LabelCount),
    ];

    // GitHub's convention writes CWE-79 as "external/cwe/cwe-079".
    private static string Topic(string tag)
    {
        var name = tag.StartsWith("external/", StringComparison.OrdinalIgnoreCase) ? tag[(tag.LastIndexOf('/') + 1)..] : tag;
        return IsCwe(name) ? "cwe-" + name[4..].TrimStart('0') : name;
    }

    private static bool IsCwe(string tag) => tag.StartsWith("cwe-", StringComparison.OrdinalIgnoreCase);

    private static string? FirstTopic(SarifFinding finding) =>
        finding.Rule.Tags.Select(Topic).FirstOrDefault(tag => !IsCwe(tag) && !ContractText.IsBlank(tag));

    private static string ToolWords(SarifFinding finding) =>
        finding.ToolVersion is null ? finding.Tool : $"{finding.Tool} {finding.ToolVersion}";

    private static string? WebAddress(string? address, bool allowHttp) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (allowHttp && uri.Scheme == Uri.UriSchemeHttp))
        && uri.UserInfo.Length == 0
        && uri.AbsoluteUri.Length <= ContractLimits.UrlLength
            ? uri.AbsoluteUri
            : null;
}
