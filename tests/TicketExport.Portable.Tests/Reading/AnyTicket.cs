using CsCheck;
using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Redaction;

namespace TicketExport.Portable.Reading;

/// <summary>Any ticket that the contract allows, with the texts that formats trip over.</summary>
internal static class AnyTicket
{
    private static readonly RedactionGate Gate = new(new RedactionOptions());

    private static readonly string[] Pieces =
    [
        "a", "é", "日本", "😀", " ", "=", "+1", "-", "@x", "|", "%", "＝", "'", "''", "\"", "\"\"", ",", ";", "\\", "\\\\", "\uFEFF", "\u00A0", "\u200B", "\u202E",
        "```", "````", "```json", "~~~", "## Export", "# x", "{\"schema_version\":\"portable-export.v1\"}", "<!--", "</script>", "---", "No tickets.", "&amp;", "0042", "1E5", "true",
    ];

    private static readonly string[] Breaks = ["\n", "\r\n", "\r", "\t", "\n\t", "\n\n", "\u2028", "\u0085", "\f", "\\\t", "\n\\", "\n## Export\n\n```json\n{}\n```\n"];

    // The shortest limit of a line is 128 characters.
    private static readonly Gen<string> Line = Gen.OneOf(Pieces).Array[0, 3].Select(Gen.OneOf("x", "=", "'=", "\\", "0", "#"), (pieces, visible) =>
        string.Concat(pieces.Prepend(visible)));

    // A text may begin and end with anything but may not be empty.
    private static readonly Gen<string> Text = Gen.OneOf([.. Pieces, .. Breaks]).Array[1, 10].Select(string.Concat);

    private static readonly Gen<string> Maybe = Gen.Frequency((1, Gen.Const("")), (4, Text));

    private static readonly Gen<string> Id = Gen.Frequency((2, Gen.Long.Select(id => $"{id}")), (1, Gen.OneOf("0042", "1e5", "-0", "+1", "=1", "'=1")), (2, Line));

    private static readonly Gen<string> Url = Gen.Int[0, 999].Select(n => $"https://app.example.test/e/{n}?a=b;c,d'\"");

    private static readonly Gen<DateTimeOffset?> Instant = Gen.Long[0, 3_000_000_000L]
        .Select(Gen.Int[0, 9_999_999], Gen.Int[-12, 12], (seconds, ticks, hours) => DateTimeOffset.UnixEpoch.AddSeconds(seconds).AddTicks(ticks).ToOffset(TimeSpan.FromHours(hours)))
        .Nullable(0.3);

    private static readonly Gen<EvidenceLink> Evidence = Line.Select(Url, Line, Instant, Gen.Bool, (label, url, type, end, isAllowed) =>
        new EvidenceLink { Label = label, Url = url, Type = type, ExpiresAt = end, AttachmentAllowed = isAllowed });

    private static readonly Gen<AcceptanceCriterion> Criterion = Text.Select(Gen.Bool, Maybe.OrNull(), Maybe.OrNull(), (text, isRequired, hint, reference) =>
        new AcceptanceCriterion { Description = text, EvidenceRequired = isRequired, VerificationHint = hint, SourceReference = reference });

    private static readonly Gen<ExternalTicketReference> External = Line.Select(Id, Line.OrNull(), Url.OrNull(), (provider, id, key, url) =>
        new ExternalTicketReference { ProviderKey = provider, ExternalId = id, ExternalKey = key, Url = url });

    private static readonly Gen<TicketSource> Source =
        from type in Gen.OneOf(SourceTypes.ReportIssue, SourceTypes.FixTask, SourceTypes.EvidenceRequest, "audit_note")
        from id in Id
        from title in Line
        from severity in Word<TicketSeverity>()
        from category in Line
        from status in Line
        from report in Id.OrNull()
        from fingerprint in Line
        from url in Url.OrNull()
        from related in Id.Array[0, 3]
        select new TicketSource
        {
            Type = type,
            RecordId = id,
            Title = title,
            Severity = severity,
            Category = category,
            Status = status,
            ReportId = report,
            IssueId = type == SourceTypes.ReportIssue ? id : null,
            FixTaskId = type == SourceTypes.FixTask ? id : null,
            Fingerprint = fingerprint,
            AffectedUrl = url,
            RelatedIssueIds = [.. related],
        };

    private static readonly Gen<TicketExportDocument> Document =
        from source in Source
        from texts in Gen.Select(Line, Text, Maybe.OrNull(), Maybe.OrNull(), Line.OrNull())
        from steps in Text.Array[0, 3]
        from evidence in Evidence.Array[0, 3]
        from criteria in Criterion.Array[0, 3]
        from labels in Line.Array[0, 3]
        from priority in Word<TicketPriority>()
        from external in External.Array[0, 2]
        from status in Word<ExportStatus>()
        select new TicketExportDocument
        {
            Source = source,
            Title = texts.Item1,
            Summary = texts.Item2,
            BusinessImpact = texts.Item3,
            ReproductionSteps = [.. steps],
            EvidenceLinks = [.. evidence],
            RemediationSnippet = texts.Item4,
            AcceptanceCriteria = [.. criteria],
            Labels = [.. labels],
            Priority = priority,
            Assignee = texts.Item5,
            ExternalTicketRefs = [.. external],
            ExportStatus = status,
        };

    // Two backslashes and a letter look like a private path, which the gate stops for good reason.
    public static Gen<PortableTicket> Any { get; } = (
        from document in Document
        from account in Id
        from project in Id.OrNull()
        from target in Id.OrNull()
        from status in Word<ExportStatus>()
        from retry in Instant
        select Of(document, new() { Id = account, ProjectId = project }, target) with { ExportStatus = status, RetryAt = retry })
        .Where(static ticket => Gate.Inspect(ticket.Document).Findings.IsEmpty);

    private static PortableTicket Of(TicketExportDocument document, AccountScope account, string? target)
    {
        var fingerprint = DuplicateFingerprint.Compute(account, document.Source);
        return new()
        {
            Document = document,
            Account = account,
            DuplicateFingerprint = fingerprint,
            IdempotencyKey = IdempotencyKey.Compute(fingerprint, target ?? "none", 1),
            ExportStatus = ExportStatus.Draft,
            TargetId = target,
        };
    }

    private static Gen<T> Word<T>()
        where T : struct, Enum => Gen.OneOf(Enum.GetValues<T>().Where(word => Convert.ToInt32(word, null) != 0).ToArray());

    private static Gen<T?> OrNull<T>(this Gen<T> gen)
        where T : class => gen.Null(0.25);
}
