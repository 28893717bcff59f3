using System.Collections.Immutable;
using TicketExport.Redaction;
using TicketExport.Review;

namespace TicketExport.Portable.Internal;

/// <summary>Makes the list of a preview. Pure, and total: each item is in every list, and a refusal is in exactly one.</summary>
internal static class PreviewItems
{
    public static ImmutableArray<PortableReadinessItem> Of(
        FallbackCase judged, PortableFallbackResult? refused, RedactionVerdict? verdict, PortableImportBoundary boundary) =>
    [
        Item(PortableReadinessKey.PortableReady, refused, judged.Export is { } export
            ? $"Format {PortableFormats.WordOf(judged.Format!.Format)}, source and export status are there; the export is {WireWord.Of(export.Status)}."
            : ""),
        Item(PortableReadinessKey.ProviderUnavailable, refused, $"Right now this source cannot be exported natively: {WhyOf(judged.Reason)}."),
        Item(PortableReadinessKey.DuplicateGuardReady, refused, "Source id and fingerprint are those of the native tries, so that a later export finds this one."),
        Item(PortableReadinessKey.ImportBoundaryClear, refused, boundary.Note),
        Item(PortableReadinessKey.SafePreview, refused, SafeText(verdict)),
    ];

    private static PortableReadinessItem Item(PortableReadinessKey key, PortableFallbackResult? refused, string met) =>
        refused is not null && KeyOf(refused.Outcome) == key
            ? new() { Key = key, State = ReviewState.Unmet, Message = refused.Message!, NextStep = refused.NextStep, Owner = OwnerOf(refused) }
            : Unproven(key, refused?.Outcome) is { } reason
                ? new() { Key = key, State = ReviewState.Unmet, Message = reason, NextStep = refused!.NextStep, Owner = OwnerOf(refused) }
                : new() { Key = key, State = ReviewState.Met, Message = met };

    private static PortableReadinessKey KeyOf(PortableFallbackOutcome refusal) => refusal switch
    {
        PortableFallbackOutcome.TicketExists or PortableFallbackOutcome.OutcomeUnknown or PortableFallbackOutcome.Superseded => PortableReadinessKey.DuplicateGuardReady,
        PortableFallbackOutcome.AtWork or PortableFallbackOutcome.NotEligible => PortableReadinessKey.ProviderUnavailable,
        PortableFallbackOutcome.ContentUnsafe => PortableReadinessKey.SafePreview,
        _ => PortableReadinessKey.PortableReady,
    };

    // What could not be looked at is not said to be as it should be.
    private static string? Unproven(PortableReadinessKey key, PortableFallbackOutcome? refusal) => (key, refusal) switch
    {
        (PortableReadinessKey.ImportBoundaryClear, _) => null,
        (_, PortableFallbackOutcome.ExportMissing) => "There is no export to look at.",
        (PortableReadinessKey.SafePreview, PortableFallbackOutcome.DocumentMissing) => "There is no document to look at.",
        (PortableReadinessKey.ProviderUnavailable, PortableFallbackOutcome.TicketExists or PortableFallbackOutcome.OutcomeUnknown or PortableFallbackOutcome.Superseded) =>
            "The native way is not out: it has, or may have, made a ticket.",
        _ => null,
    };

    private static StepOwner OwnerOf(PortableFallbackResult refused) => refused.Outcome switch
    {
        PortableFallbackOutcome.TicketExists or PortableFallbackOutcome.OutcomeUnknown or PortableFallbackOutcome.Superseded => StepOwner.DuplicateReview,
        PortableFallbackOutcome.AtWork => StepOwner.Worker,
        PortableFallbackOutcome.ContentUnsafe or PortableFallbackOutcome.DocumentMissing => StepOwner.Document,
        PortableFallbackOutcome.AlreadyPortable => StepOwner.Fallback,
        PortableFallbackOutcome.NotEligible => StepOwner.Approval,
        _ => StepOwner.None,
    };

    private static string SafeText(RedactionVerdict? verdict) => verdict is { Findings: [_, ..] findings }
        ? $"{findings.Length} passage(s) are masked in the file: {string.Join(", ", findings.Take(20).Select(static finding => $"{finding.Path} ({finding.RuleId})"))}."
        : "The redaction gate lets the document pass.";

    private static string WhyOf(FallbackReason reason) => reason switch
    {
        FallbackReason.RetriesExhausted => "its retries are used up",
        FallbackReason.TargetRevoked => "its target is disconnected, or the tracker refuses the credentials",
        FallbackReason.UnsafeEndpoint => "its target's address is not safe to send to",
        FallbackReason.UnsupportedProvider => "the target's provider or place does not take it",
        FallbackReason.RateLimited => "the tracker asks to wait again and again, or for too long",
        FallbackReason.RepeatedFailures => "its delivery failed again and again",
        FallbackReason.Overridden => "somebody decided so although the target may be healthy",
        _ => "its provider cannot be used",
    };
}
