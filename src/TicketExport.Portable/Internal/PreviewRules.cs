using System.Collections.Immutable;
using TicketExport.Contract;
using TicketExport.Redaction;

namespace TicketExport.Portable.Internal;

/// <summary>Concludes a preview from what was read. Pure, and total: every case has exactly one preview with every item.</summary>
internal static class PreviewRules
{
    public static PortablePreview Of(PortableFallbackRequest request, FallbackCase judged, RedactionVerdict? verdict, DateTimeOffset now)
    {
        var refusal = judged.Refusal ?? (verdict is { IsBlocked: true } ? PortableFallbackOutcome.ContentUnsafe : null);
        var refused = refusal is { } outcome ? Refused(outcome, judged, verdict) : null;
        var export = judged.Export;
        var boundary = PortableImportBoundary.For(export?.ProviderKey);
        return new()
        {
            Refusal = refusal,
            AccountId = request.AccountId,
            ExportId = request.ExportId,
            SourceType = Shown(export?.Source.Type, verdict, "$.source.type"),
            SourceId = Shown(export?.Source.Id, verdict, "$.source.record_id"),
            TargetId = export?.TargetId,
            ExportStatus = export?.Status ?? ExportStatus.Unknown,
            DuplicateFingerprint = export?.Fingerprint,
            IdempotencyKey = export?.IdempotencyKey,
            ContractVersion = judged.Document?.ContractVersion,
            Format = judged.Format,
            Reason = judged.Reason,
            Fields = verdict?.Document is { } document ? FieldsOf(document, now) : null,
            Findings = verdict?.Findings ?? [],
            ImportBoundary = boundary,
            Readiness = PreviewItems.Of(judged, refused, verdict, boundary),
            LastFailure = export?.PortableFailure,
            Message = refused?.Message,
            NextStep = refused?.NextStep ?? NextStep.None,
        };
    }

    private static PortableFallbackResult Refused(PortableFallbackOutcome outcome, FallbackCase judged, RedactionVerdict? verdict) =>
        outcome == PortableFallbackOutcome.ContentUnsafe
            ? FallbackResults.NotWritten(TicketScreen.Unsafe("The document holds what must not leave", verdict!.Findings), judged.Export!)
            : FallbackResults.Refused(outcome, judged.Export);

    // An id that is itself what was found is not repeated.
    private static string? Shown(string? id, RedactionVerdict? verdict, string path) =>
        verdict is not null && verdict.Findings.Any(finding => finding.Path == path) ? null : id;

    private static PortableReviewFields FieldsOf(TicketExportDocument document, DateTimeOffset now)
    {
        ImmutableArray<EvidenceLink> live = [.. document.EvidenceLinks.Where(link => !(link.ExpiresAt <= now))];
        return new()
        {
            Title = document.Title,
            Severity = document.Source.Severity,
            Priority = document.Priority,
            AffectedUrl = document.Source.AffectedUrl,
            Labels = document.Labels,
            EvidenceLinks = live,
            ExpiredEvidenceLinks = document.EvidenceLinks.Length - live.Length,
            AcceptanceCriteria = document.AcceptanceCriteria,
        };
    }
}
